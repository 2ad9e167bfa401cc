package org.taskaffinity.notebooks.kernel;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.request.CompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.dflib.jjava.jupyter.messages.request.InspectRequest;
import org.dflib.jjava.jupyter.messages.request.IsCompleteRequest;
import org.dflib.jjava.jupyter.messages.request.ShutdownRequest;
import org.taskaffinity.dsl.PlainText;
import org.taskaffinity.dsl.Progress;
import org.taskaffinity.dsl.Runner;
import org.taskaffinity.notebooks.cell.CellEngine;
import org.taskaffinity.notebooks.cell.CellFailure;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * A Jupyter kernel: answers a client's messages until it is told to shut down.
 *
 * <p>Cells run on the thread of the shell channel, so that requests are answered in the order in
 * which they came; the control channel has a thread of its own and so can interrupt. The wire
 * format is jjava-jupyter's. Its loops are not used: they look for messages twenty times a second,
 * and one message that cannot be read, or an interrupt at the wrong moment, ends them.
 */
public final class Kernel {
  private static final long LONGEST_BEAT = 1 << 20;
  private static final long STACK = 16 << 20;
  private static final long SAVING_SECONDS = 4; // a client waits for five, and kills

  private final ZMQ.Context context = ZMQ.context(1);
  private final KernelConnectionProperties connection;
  private final PrintStream log;
  private final CellEngine engine;
  private final Assistance assistance;
  private final News news;
  private final History history = new History();
  private final CountDownLatch ended = new CountDownLatch(1);
  private int count;

  /** Answers one kind of request. */
  private interface Answer {
    void to(Message<?> request, Socket socket);
  }

  /**
   * @param connection a connection file's text
   * @param log for what a client will not hear
   */
  public Kernel(String connection, PrintStream log, Function<Progress, Runner> opening) {
    this.connection = KernelConnectionProperties.parse(connection);
    this.log = log;
    if (this.connection.getKey() == null || this.connection.getKey().isEmpty()) {
      log.println(
          "Warning: the connection file has no key, so messages are not signed: anyone who can reach "
              + this.connection.getIp()
              + " can run code as this user.");
    }
    engine = new CellEngine(opening);
    engine.leaving(this::endUnlessRunning);
    assistance = new Assistance(engine.shell());
    news =
        new News(
            () ->
                new Socket(
                    context, SocketType.PUB, this.connection, this.connection.getIopubPort()));
  }

  /** Answers until it is told to shut down. */
  public void serve() {
    news.status(null, "starting");
    start("jupyter-heartbeat", this::echo);
    start("jupyter-control", () -> listen(connection.getControlPort(), this::control));
    start("jupyter-stdin", () -> listen(connection.getStdinPort(), (request, socket) -> {}));
    Thread cells = start("jupyter-cells", () -> listen(connection.getShellPort(), this::shell));
    try {
      ended.await();
      engine.interrupt();
      waitForCell();
      news.close();
      Thread closing = start("jupyter-closing", context::term);
      closing.join(1500);
      cells.join(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A training that was interrupted saves what it reached. */
  private void waitForCell() throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SAVING_SECONDS);
    while (engine.running() && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Shuts down, as if a client had asked. */
  public void end() {
    ended.countDown();
  }

  /** A thread that a cell left behind asks for the end; of a cell the client hears first. */
  private void endUnlessRunning() {
    if (!engine.running()) {
      end();
    }
  }

  private Thread start(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, STACK);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Sends back whatever comes: a sign of life. */
  private void echo() {
    try (ZMQ.Socket socket = context.socket(SocketType.REP)) {
      socket.setMaxMsgSize(LONGEST_BEAT);
      socket.bind(
          connection.getTransport() + "://" + connection.getIp() + ":" + connection.getHbPort());
      while (true) {
        echo(socket);
      }
    } catch (ZMQException e) {
      unlessEnded(e);
    }
  }

  private void echo(ZMQ.Socket socket) {
    List<byte[]> frames;
    try {
      frames = Wire.frames(socket);
    } catch (IllegalArgumentException tooLong) {
      frames = List.of(new byte[0]);
    }
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  private void listen(int port, Answer answer) {
    try (Socket socket = new Socket(context, SocketType.ROUTER, connection, port)) {
      while (true) {
        next(socket).ifPresent(request -> answered(request, socket, answer));
      }
    } catch (ZMQException e) {
      unlessEnded(e);
    }
  }

  private void unlessEnded(ZMQException e) {
    if (ended.getCount() > 0) {
      log.println("The kernel cannot listen: " + e.getMessage());
      end();
    }
  }

  /** The next message; empty if it cannot be read, as when someone else signed it. */
  private Optional<Message<?>> next(Socket socket) {
    try {
      return Optional.of(socket.next());
    } catch (ZMQException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      String why = PlainText.line(String.valueOf(e.getMessage()));
      log.println("A message that cannot be read is passed over: " + why);
      return Optional.empty();
    }
  }

  private void answered(Message<?> request, Socket socket, Answer answer) {
    news.status(request, "busy");
    socket.begin();
    try {
      if (request.getContent() == null) {
        throw new IllegalArgumentException("its content cannot be read.");
      }
      answer.to(request, socket);
    } catch (ZMQException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      refused(request, socket, e);
    } catch (RuntimeException | Error e) {
      log.println("While answering a " + request.getHeader().getType().getName() + ":");
      e.printStackTrace(log);
      refused(request, socket, e);
    } finally {
      news.status(request, "idle");
    }
  }

  private static void refused(Message<?> request, Socket socket, Throwable why) {
    if (!socket.replied()) {
      Refusal.reply(request.getHeader().getType())
          .ifPresent(
              type ->
                  socket.reply(request, type, Refusal.content(String.valueOf(why.getMessage()))));
    }
  }

  private void shell(Message<?> request, Socket socket) {
    Object content = request.getContent();
    if (content instanceof ExecuteRequest execute) {
      execute(request, execute, socket);
    } else if (content instanceof CompleteRequest complete) {
      socket.reply(
          request,
          MessageType.COMPLETE_REPLY,
          assistance.complete(
              Refusal.required("code", complete.getCode()), complete.getCursorPos()));
    } else if (content instanceof InspectRequest inspect) {
      socket.reply(
          request,
          MessageType.INSPECT_REPLY,
          assistance.inspect(Refusal.required("code", inspect.getCode()), inspect.getCursorPos()));
    } else if (content instanceof IsCompleteRequest is) {
      socket.reply(
          request,
          MessageType.IS_COMPLETE_REPLY,
          assistance.isComplete(Refusal.required("code", is.getCode())));
    } else if (content instanceof HistoryRequest asked) {
      socket.reply(
          request,
          MessageType.HISTORY_REPLY,
          Map.of("status", "ok", "history", history.answer(asked)));
    } else {
      common(request, socket);
    }
  }

  private void control(Message<?> request, Socket socket) {
    MessageType<?> type = request.getHeader().getType();
    if (type == MessageType.INTERRUPT_REQUEST) {
      engine.interrupt();
      socket.reply(request, MessageType.INTERRUPT_REPLY, Map.of("status", "ok"));
    } else {
      common(request, socket);
    }
  }

  /** What either channel may be asked. */
  private void common(Message<?> request, Socket socket) {
    MessageType<?> type = request.getHeader().getType();
    if (type == MessageType.KERNEL_INFO_REQUEST) {
      socket.reply(request, MessageType.KERNEL_INFO_REPLY, KernelInfo.content());
    } else if (type == MessageType.COMM_INFO_REQUEST) {
      socket.reply(request, MessageType.COMM_INFO_REPLY, Map.of("status", "ok", "comms", Map.of()));
    } else if (request.getContent() instanceof ShutdownRequest shutdown) {
      socket.reply(
          request,
          MessageType.SHUTDOWN_REPLY,
          Map.of("status", "ok", "restart", shutdown.isRestart()));
      end();
    }
  }

  private void execute(Message<?> request, ExecuteRequest execute, Socket socket) {
    String code = Refusal.required("code", execute.getCode());
    int number = execute.isSilent() ? count : ++count;
    if (!execute.isSilent()) {
      Map<String, Object> input = Map.of("code", code, "execution_count", number);
      news.tell(request, MessageType.PUBLISH_EXECUTE_INPUT, input);
    }
    if (execute.shouldStoreHistory() && !execute.isSilent()) {
      history.add(number, code);
    }
    CellMessages outputs = new CellMessages(news, request, number, execute.isSilent());
    Optional<CellFailure> failure = engine.run(number, code, Map.of(), outputs);
    boolean stopping = failure.isPresent() && execute.shouldStopOnError();
    List<Message<?>> waiting = stopping ? waiting(socket) : List.of();
    socket.reply(request, MessageType.EXECUTE_REPLY, executed(number, failure));
    waiting.forEach(each -> answered(each, socket, this::unlessCell));
    if (engine.left().isPresent()) {
      log.println("Cell " + number + " ended the kernel (exit " + engine.left().get() + ").");
      end();
    }
  }

  private Map<String, Object> executed(int number, Optional<CellFailure> failure) {
    Map<String, Object> content = new HashMap<>();
    content.put("status", failure.isPresent() ? "error" : "ok");
    content.put("execution_count", number);
    failure.map(CellMessages::said).ifPresent(content::putAll);
    if (engine.left().isPresent()) {
      content.put("payload", List.of(Map.of("source", "ask_exit", "keepkernel", false)));
    } else if (failure.isEmpty()) {
      content.put("payload", List.of());
      content.put("user_expressions", Map.of());
    }
    return content;
  }

  private List<Message<?>> waiting(Socket socket) {
    List<Message<?>> waiting = new ArrayList<>();
    while (socket.waiting()) {
      next(socket).ifPresent(waiting::add);
    }
    return waiting;
  }

  /** Cells that were asked for while another ran are not to run after it has failed. */
  private void unlessCell(Message<?> request, Socket socket) {
    if (request.getContent() instanceof ExecuteRequest) {
      socket.reply(
          request,
          MessageType.EXECUTE_REPLY,
          Map.of("status", "aborted", "execution_count", count));
    } else {
      shell(request, socket);
    }
  }
}

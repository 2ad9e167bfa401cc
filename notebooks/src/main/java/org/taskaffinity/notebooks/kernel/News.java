package org.taskaffinity.notebooks.kernel;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;

/**
 * What everyone hears: outputs, and whether the kernel is busy. A thread of its own sends it, so
 * that those who speak may be interrupted.
 */
final class News {
  private final BlockingQueue<Item> waiting = new LinkedBlockingQueue<>();
  private final Thread sending;

  /** Something to send, or, without a type, someone to be told that all before it was sent. */
  private record Item(
      Message<?> from, MessageType<?> type, Map<String, Object> content, CountDownLatch sent) {}

  News(Supplier<Socket> opening) {
    sending = new Thread(() -> send(opening.get()), "jupyter-news");
    sending.setDaemon(true);
    sending.start();
  }

  private void send(Socket socket) {
    try {
      while (true) {
        Item item = waiting.take();
        if (item.type() != null) {
          socket.publish(item.from(), item.type(), item.content());
        } else {
          item.sent().countDown();
          if (item.from() == null) {
            break;
          }
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this thread", e);
    } finally {
      socket.close();
    }
  }

  /** Tells everyone, soon. */
  void tell(Message<?> from, MessageType<?> type, Map<String, Object> content) {
    waiting.add(new Item(from, type, content, null));
  }

  void status(Message<?> from, String state) {
    tell(from, MessageType.PUBLISH_STATUS, Map.of("execution_state", state));
  }

  /** Sends what is left and closes. */
  void close() {
    CountDownLatch sent = new CountDownLatch(1);
    waiting.add(new Item(null, null, null, sent));
    try {
      sent.await();
      sending.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package org.taskaffinity.notebooks.kernel;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.slf4j.LoggerFactory;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * A socket that speaks Jupyter's signed messages. One thread uses it, and that thread is never
 * interrupted: an interrupt within a send would close the pipes below for good.
 */
final class Socket extends JupyterSocket {
  private static final String SESSION = UUID.randomUUID().toString();

  private final KernelConnectionProperties connection;
  private final int port;
  private boolean replied;

  Socket(ZMQ.Context context, SocketType type, KernelConnectionProperties connection, int port) {
    super(context, type, signatures(connection), LoggerFactory.getLogger(Socket.class));
    this.connection = connection;
    this.port = port;
    setSndHWM(0); // nothing is dropped; what cells may show is bounded elsewhere
    setLinger(1000);
    setMaxMsgSize(Wire.LONGEST_FRAME);
    bind(connection);
  }

  /** Each socket signs for itself, for a generator is not to be shared. */
  private static HMACGenerator signatures(KernelConnectionProperties connection) {
    try {
      return connection.createHMACGenerator();
    } catch (InvalidKeyException | NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("This signature scheme is not known: " + e.getMessage());
    }
  }

  @Override
  public void bind(KernelConnectionProperties to) {
    bind(formatAddress(connection.getTransport(), connection.getIp(), port));
  }

  /**
   * The next message; waits for it. Nothing of it is left on the socket, also where this fails.
   *
   * @throws RuntimeException if it cannot be read, or is not signed
   */
  Message<?> next() {
    return Wire.message(Wire.frames(this), hmacGenerator);
  }

  /** A message is being answered from now on. */
  void begin() {
    replied = false;
  }

  /** Whether the message at hand was answered. */
  boolean replied() {
    return replied;
  }

  /** Whether a message is there. */
  boolean waiting() {
    ZMQ.Poller poller = ctx.poller(1);
    try {
      poller.register(this, ZMQ.Poller.POLLIN);
      return poller.poll(0) > 0;
    } finally {
      poller.close();
    }
  }

  /** An answer to a message, by the same way that it came. */
  void reply(Message<?> to, MessageType<?> type, Map<String, Object> content) {
    replied = true;
    send(to.getIdentities(), to, type, content);
  }

  /** News that follow from a message; null for none. */
  void publish(Message<?> from, MessageType<?> type, Map<String, Object> content) {
    send(List.of(type.getName().getBytes(StandardCharsets.UTF_8)), from, type, content);
  }

  @SuppressWarnings("unchecked")
  private void send(
      List<byte[]> to, Message<?> parent, MessageType<?> type, Map<String, Object> content) {
    Header<Object> header =
        new Header<>(
            UUID.randomUUID().toString(),
            Header.KERNEL_USERNAME,
            SESSION,
            new KernelTimestamp(Instant.now().toString()),
            (MessageType<Object>) type,
            Header.PROTOCOL_VERISON);
    sendMessage(
        new Message<>(
            to, header, parent == null ? null : parent.getHeader(), Map.of(), content, null));
  }
}

package org.taskaffinity.notebooks.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.taskaffinity.dsl.RunException;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;

/** Clients of a shared machine that do not know the key, and some that do and err. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KernelProtocolTest {
  private static final String KEY = "a-key";

  /** A new connection of this client is sometimes served only after its handshake timer, 30 s. */
  private static final int PATIENCE_MILLIS = 45_000;

  private static final int SHORT_MILLIS = 500;

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final int[] ports = new int[5];
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private ZContext context;
  private Kernel kernel;
  private int count;

  @BeforeEach
  void start() throws IOException {
    start(KEY);
  }

  private void start(String key) throws IOException {
    context = new ZContext();
    ServerSocket[] taken = new ServerSocket[ports.length];
    for (int i = 0; i < ports.length; i++) {
      taken[i] = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
      ports[i] = taken[i].getLocalPort();
    }
    for (ServerSocket each : taken) {
      each.close();
    }
    String connection =
        String.format(
            "{\"ip\": \"127.0.0.1\", \"transport\": \"tcp\", \"shell_port\": %d, \"control_port\":"
                + " %d, \"hb_port\": %d, \"iopub_port\": %d, \"stdin_port\": %d,"
                + " \"signature_scheme\": \"hmac-sha256\", \"key\": \"%s\"}",
            ports[0], ports[1], ports[2], ports[3], ports[4], key);
    kernel =
        new Kernel(
            connection,
            new PrintStream(log, true, StandardCharsets.UTF_8),
            progress -> {
              throw new RunException("No runner in this test.");
            });
    new Thread(kernel::serve, "kernel").start();
  }

  @AfterEach
  void end() {
    kernel.end();
    context.close();
    System.setOut(out); // the kernel's cells took them
    System.setErr(err);
  }

  private ZMQ.Socket client(SocketType type, int port) {
    ZMQ.Socket socket = context.createSocket(type);
    socket.setReceiveTimeOut(PATIENCE_MILLIS);
    socket.setLinger(0);
    socket.connect("tcp://127.0.0.1:" + port);
    return socket;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String signature(byte[]... frames) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(utf8(KEY), "HmacSHA256"));
      for (byte[] frame : frames) {
        mac.update(frame);
      }
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private ZMsg request(String type, String content) {
    byte[] header =
        utf8(
            "{\"msg_id\": \"m"
                + count++
                + "\", \"username\": \"u\", \"session\": \"s\", \"date\":"
                + " \"2026-01-01T00:00:00Z\", \"msg_type\": \""
                + type
                + "\", \"version\": \"5.3\"}");
    byte[] empty = utf8("{}");
    ZMsg message = new ZMsg();
    message.add("<IDS|MSG>");
    message.add(signature(header, empty, empty, utf8(content)));
    message.add(header);
    message.add(empty);
    message.add(empty);
    message.add(utf8(content));
    return message;
  }

  private JsonNode asked(ZMQ.Socket client, ZMsg message) throws IOException {
    message.send(client);
    ZMsg reply = ZMsg.recvMsg(client);
    assertNotNull(reply, () -> "no reply; " + log.toString(StandardCharsets.UTF_8));
    Object[] frames = reply.toArray();
    return new ObjectMapper().readTree(((org.zeromq.ZFrame) frames[5]).getData());
  }

  private void requireAlive(ZMQ.Socket client) throws IOException {
    assertEquals("ok", asked(client, request("kernel_info_request", "{}")).path("status").asText());
  }

  private static ZMsg frames(String... frames) {
    ZMsg message = new ZMsg();
    for (String frame : frames) {
      message.add(frame);
    }
    return message;
  }

  @Test
  void aMessageWithoutADelimiterTakesNobodysReply() throws IOException {
    ZMQ.Socket attacker = client(SocketType.DEALER, ports[0]);
    ZMQ.Socket victim = client(SocketType.DEALER, ports[0]);
    requireAlive(victim);
    frames("no", "delimiter").send(attacker);
    requireAlive(victim);
    attacker.setReceiveTimeOut(SHORT_MILLIS);
    assertNull(attacker.recv());
  }

  @Test
  void aMessageThatIsTooShortEatsNobodysRequest() throws IOException {
    for (int port : new int[] {ports[0], ports[1]}) {
      ZMQ.Socket attacker = client(SocketType.DEALER, port);
      ZMQ.Socket victim = client(SocketType.DEALER, port);
      for (int i = 0; i < 20; i++) {
        frames("<IDS|MSG>", "x").send(attacker);
        requireAlive(victim);
      }
    }
  }

  @Test
  void anyUnsignedFramesLeaveEveryRequestAnswered() throws IOException {
    Random random = new Random(7);
    ZMQ.Socket attacker = client(SocketType.DEALER, ports[0]);
    ZMQ.Socket victim = client(SocketType.DEALER, ports[0]);
    String[] likely = {"<IDS|MSG>", "", "{}", "null", "[".repeat(100_000), "x"};
    for (int i = 0; i < 300; i++) {
      ZMsg message = new ZMsg();
      for (int n = random.nextInt(12); n >= 0; n--) {
        message.add(likely[random.nextInt(likely.length)]);
      }
      message.send(attacker);
      if (i % 10 == 0) {
        requireAlive(victim);
      }
    }
    requireAlive(victim);
  }

  @Test
  void whatIsNotSignedIsNotAnswered() throws IOException {
    ZMQ.Socket client = client(SocketType.DEALER, ports[1]);
    client.setReceiveTimeOut(SHORT_MILLIS);
    for (String signature : new String[] {"", "00", "0".repeat(64)}) {
      Object[] signed = request("shutdown_request", "{\"restart\": false}").toArray();
      ZMsg message = new ZMsg();
      message.add("<IDS|MSG>");
      message.add(signature);
      for (int i = 2; i < signed.length; i++) {
        message.add(((org.zeromq.ZFrame) signed[i]).getData());
      }
      message.send(client);
      assertNull(client.recv());
    }
    client.setReceiveTimeOut(PATIENCE_MILLIS);
    requireAlive(client);
  }

  @Test
  void aSignedRequestThatLacksItsFieldsIsAnsweredWithAnError() throws IOException {
    ZMQ.Socket client = client(SocketType.DEALER, ports[0]);
    for (String type : new String[] {"execute", "complete", "inspect", "is_complete"}) {
      JsonNode reply = asked(client, request(type + "_request", "{}"));
      assertEquals("error", reply.path("status").asText(), type);
      assertEquals("its content has no \"code\".", reply.path("evalue").asText(), type);
      for (String content : new String[] {"null", "[", "[1]", "{\"code\": {}}"}) {
        JsonNode unread = asked(client, request(type + "_request", content));
        assertEquals("error", unread.path("status").asText(), type + " " + content);
      }
    }
    assertFalse(log.toString(StandardCharsets.UTF_8).contains("\tat "), log::toString);
  }

  @Test
  void aHeartbeatMayHaveSeveralFrames() {
    ZMQ.Socket client = client(SocketType.REQ, ports[2]);
    frames("one", "two").send(client);
    ZMsg echo = ZMsg.recvMsg(client);
    assertEquals(2, echo.size());
    client.send("ping");
    assertEquals("ping", client.recvStr());
  }

  /** A frame that says it has 2 GB, as anybody can send to any port. */
  @Test
  void aFrameOfAbsurdLengthEndsItsConnection() throws IOException {
    for (int port : ports) {
      try (java.net.Socket raw = connected(port)) {
        raw.setSoTimeout(PATIENCE_MILLIS);
        OutputStream out = raw.getOutputStream();
        ByteBuffer greeting = ByteBuffer.allocate(64);
        greeting.put((byte) 0xff).putLong(1).put((byte) 0x7f).put((byte) 3).put((byte) 0);
        greeting.put(utf8("NULL"));
        out.write(greeting.array());
        byte[] ready = utf8("\u0005READY\u000bSocket-Type\u0000\u0000\u0000\u0003REQ");
        out.write(new byte[] {4, (byte) ready.length});
        out.write(ready);
        out.write(ByteBuffer.allocate(9).put((byte) 2).putLong(0x7fff_ffffL).array());
        out.flush();
        byte[] told = raw.getInputStream().readAllBytes(); // to the end: it was closed
        assertTrue(told.length < 1000);
      }
    }
    ZMQ.Socket client = client(SocketType.REQ, ports[2]);
    client.send("ping");
    assertArrayEquals(utf8("ping"), client.recv());
    requireAlive(client(SocketType.DEALER, ports[0]));
  }

  /** Waits until the kernel listens. */
  private static java.net.Socket connected(int port) throws IOException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (true) {
      try {
        return new java.net.Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException notYet) {
        if (System.nanoTime() > end) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void anEmptyKeyIsWarnedOf() throws IOException {
    assertFalse(log.toString(StandardCharsets.UTF_8).contains("Warning"), log::toString);
    end();
    start("");
    assertTrue(log.toString(StandardCharsets.UTF_8).contains("Warning"), log::toString);
  }
}

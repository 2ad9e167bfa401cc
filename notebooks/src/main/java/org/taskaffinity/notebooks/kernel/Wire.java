package org.taskaffinity.notebooks.kernel;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.messages.HMACGenerator;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.adapters.HeaderAdapter;
import org.dflib.jjava.jupyter.messages.adapters.HistoryRequestAdapter;
import org.dflib.jjava.jupyter.messages.adapters.KernelTimestampAdapter;
import org.dflib.jjava.jupyter.messages.adapters.MessageTypeAdapter;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;
import org.zeromq.ZMQ;

/**
 * Jupyter's wire protocol, read one whole message at a time: identities, the delimiter, the
 * signature, header, parent header, metadata, content, buffers. The library reads frame by frame,
 * and then takes frames of the next message, which may be somebody else's, for the rest of one that
 * is too short.
 */
final class Wire {
  /** Bytes of one frame; a longer one ends its connection. */
  static final long LONGEST_FRAME = 64 << 20;

  private static final long LONGEST_MESSAGE = 2 * LONGEST_FRAME;
  private static final int MOST_FRAMES = 1_000;

  private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

  private static final Gson JSON =
      new GsonBuilder()
          .registerTypeAdapter(KernelTimestamp.class, KernelTimestampAdapter.INSTANCE)
          .registerTypeAdapter(Header.class, HeaderAdapter.INSTANCE)
          .registerTypeAdapter(MessageType.class, MessageTypeAdapter.INSTANCE)
          .registerTypeAdapter(HistoryRequest.class, HistoryRequestAdapter.INSTANCE)
          .create();

  private Wire() {}

  /** The frames of the next message, awaited; all of them are taken off the socket. */
  static List<byte[]> frames(ZMQ.Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    long bytes = 0;
    do {
      byte[] frame = socket.recv();
      bytes += frame.length;
      if (frames.size() <= MOST_FRAMES && bytes <= LONGEST_MESSAGE) {
        frames.add(frame);
      }
    } while (socket.hasReceiveMore());
    if (frames.size() > MOST_FRAMES || bytes > LONGEST_MESSAGE) {
      throw new IllegalArgumentException("it is too long");
    }
    return frames;
  }

  /**
   * The message in some frames. One whose content cannot be read has null for it.
   *
   * @throws SecurityException if it is not signed with the kernel's key
   * @throws RuntimeException if it is no message
   */
  static Message<?> message(List<byte[]> frames, HMACGenerator signatures) {
    int at = 0;
    while (at < frames.size() && !Arrays.equals(DELIMITER, frames.get(at))) {
      at++;
    }
    if (frames.size() < at + 6) {
      throw new IllegalArgumentException("it has too few frames");
    }
    byte[] signature = frames.get(at + 1);
    byte[] header = frames.get(at + 2);
    byte[] parent = frames.get(at + 3);
    byte[] metadata = frames.get(at + 4);
    byte[] content = frames.get(at + 5);
    String expected = signatures.calculateSignature(header, parent, metadata, content);
    // Compared in a time that does not tell how much of it is right.
    if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII), signature)) {
      throw new SecurityException("it is not signed with the key of this kernel");
    }
    return message(
        List.copyOf(frames.subList(0, at)),
        header(header),
        parent(parent),
        JSON.fromJson(text(metadata), new TypeToken<Map<String, Object>>() {}.getType()),
        content,
        List.copyOf(frames.subList(at + 6, frames.size())));
  }

  private static <T> Message<T> message(
      List<byte[]> identities,
      Header<T> header,
      Header<?> parent,
      Map<String, Object> metadata,
      byte[] content,
      List<byte[]> buffers) {
    return new Message<>(
        identities, header, parent, metadata, content(header.getType(), content), buffers);
  }

  @SuppressWarnings("unchecked")
  private static Header<Object> header(byte[] json) {
    Header<Object> header = JSON.fromJson(text(json), Header.class);
    if (header == null || header.getType() == null || header.getType().getContentType() == null) {
      throw new IllegalArgumentException("its header says no type that is known");
    }
    return header;
  }

  private static Header<?> parent(byte[] json) {
    JsonElement parent = JsonParser.parseString(text(json));
    return parent.isJsonObject() && !parent.getAsJsonObject().isEmpty()
        ? JSON.fromJson(parent, Header.class)
        : null;
  }

  private static <T> T content(MessageType<T> type, byte[] json) {
    try {
      return JSON.fromJson(text(json), type.getContentType());
    } catch (RuntimeException | StackOverflowError unreadable) {
      return null; // who signed it hears so
    }
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}

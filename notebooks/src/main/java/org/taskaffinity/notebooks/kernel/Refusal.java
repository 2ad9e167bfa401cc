package org.taskaffinity.notebooks.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dflib.jjava.jupyter.messages.MessageType;

/** The answer to a request that was signed, and makes no sense. */
final class Refusal {
  private static final Map<MessageType<?>, MessageType<?>> REPLIES =
      Map.of(
          MessageType.EXECUTE_REQUEST, MessageType.EXECUTE_REPLY,
          MessageType.COMPLETE_REQUEST, MessageType.COMPLETE_REPLY,
          MessageType.INSPECT_REQUEST, MessageType.INSPECT_REPLY,
          MessageType.IS_COMPLETE_REQUEST, MessageType.IS_COMPLETE_REPLY,
          MessageType.HISTORY_REQUEST, MessageType.HISTORY_REPLY,
          MessageType.COMM_INFO_REQUEST, MessageType.COMM_INFO_REPLY,
          MessageType.KERNEL_INFO_REQUEST, MessageType.KERNEL_INFO_REPLY,
          MessageType.INTERRUPT_REQUEST, MessageType.INTERRUPT_REPLY,
          MessageType.SHUTDOWN_REQUEST, MessageType.SHUTDOWN_REPLY);

  private Refusal() {}

  /** How a request is answered; empty for what is no request. */
  static Optional<MessageType<?>> reply(MessageType<?> request) {
    return Optional.ofNullable(REPLIES.get(request));
  }

  static Map<String, Object> content(String why) {
    return Map.of(
        "status",
        "error",
        "ename",
        "MalformedRequest",
        "evalue",
        why,
        "traceback",
        List.of("This request cannot be answered: " + why));
  }

  /**
   * A field of a request.
   *
   * @throws IllegalArgumentException if it is missing
   */
  static String required(String name, String value) {
    if (value == null) {
      throw new IllegalArgumentException("its content has no \"" + name + "\".");
    }
    return value;
  }
}

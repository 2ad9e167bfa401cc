package org.taskaffinity.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EncoderTest {
  @Test
  void everyKindHasUsualSizesUnderItsVerb() {
    Set<Class<?>> kinds =
        Encoder.usual().values().stream().map(Object::getClass).collect(Collectors.toSet());
    assertEquals(Set.copyOf(Arrays.asList(Encoder.class.getPermittedSubclasses())), kinds);
    Encoder.usual()
        .forEach((verb, usual) -> assertTrue(usual.toString().startsWith(verb + "("), verb));
  }

  @Test
  void directedMessagesHaveTheDefaultsOfChemprop() {
    assertEquals(
        "dmpnn(300).depth(3).norm(Norm.NONE).dropout(0.0).projection(0)", Mtl.dmpnn().toString());
    assertEquals(Mtl.dmpnn(), Mtl.dmpnn(300).depth(3));
  }
}

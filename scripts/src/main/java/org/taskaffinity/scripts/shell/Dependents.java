package org.taskaffinity.scripts.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What becomes of the variables of a session when a statement declares something again that they
 * were made from.
 *
 * <p>Where only the bodies of methods and the values of variables change, the code is replaced in
 * place and everything stays ({@link LiveClasses#redefine}). Where more has changed, JShell
 * declares the dependent variables again, empty: those whose type is still the same get their value
 * back, and the others are named.
 */
final class Dependents {
  private final JShell shell;
  private final LiveControl control;
  private final Map<String, Held> before;

  /** A variable: its type as the compiler sees it, and where its value is kept. */
  private record Held(String type, Field field) {
    Object value() {
      try {
        return field.get(null);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("The field was made accessible.", e);
      }
    }
  }

  private Dependents(JShell shell, LiveControl control) {
    this.shell = shell;
    this.control = control;
    this.before = held();
  }

  /** The session as it is before a statement. */
  static Dependents before(JShell shell, LiveControl control) {
    return new Dependents(shell, control);
  }

  private Map<String, Held> held() {
    Map<String, Held> held = new LinkedHashMap<>();
    shell
        .variables()
        .filter(v -> shell.status(v) == Snippet.Status.VALID)
        .forEach(v -> held.put(v.name(), new Held(v.typeName(), control.field(shell, v))));
    return held;
  }

  /**
   * Gives values back where their variables were declared again by JShell.
   *
   * @param events of the statement
   * @return what was reset or lost; empty for nothing
   */
  Optional<String> after(List<SnippetEvent> events) {
    Optional<SnippetEvent> main = events.stream().filter(e -> e.causeSnippet() == null).findFirst();
    Set<DeclarationSnippet> changed = new LinkedHashSet<>();
    for (SnippetEvent event : events) {
      if (event.causeSnippet() != null
          && event.status() != Snippet.Status.OVERWRITTEN
          && event.snippet() instanceof DeclarationSnippet declared) {
        changed.add(declared);
      }
    }
    boolean replaced = main.isPresent() && main.get().previousStatus().isActive();
    if (!replaced || changed.isEmpty() && !(main.get().snippet() instanceof TypeDeclSnippet)) {
      return Optional.empty();
    }
    DeclarationSnippet again = (DeclarationSnippet) main.get().snippet();
    List<String> said = new ArrayList<>(said(again, changed));
    if (again instanceof TypeDeclSnippet
        && main.get().isSignatureChange()
        && control.classes().staticState(again.name())) {
      said.add("static fields that start again: those of " + again.name());
    }
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            again.name()
                + " was declared again, and not everything that depends on it could be kept.\n  "
                + String.join("\n  ", said));
  }

  private List<String> said(DeclarationSnippet again, Set<DeclarationSnippet> changed) {
    Map<String, Held> now = held();
    List<String> reset = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    List<String> former = new ArrayList<>();
    for (DeclarationSnippet each : changed) {
      if (each.name().equals(again.name())) {
        continue;
      }
      if (!(each instanceof VarSnippet)) {
        waiting(each).ifPresent(lost::add);
      } else if (!now.containsKey(each.name())) {
        lost.add(each.name());
      } else if (before.containsKey(each.name())) {
        handed(again, each.name(), now.get(each.name()), reset, former);
      }
    }
    List<String> said = new ArrayList<>();
    listed("reset: ", reset).ifPresent(said::add);
    listed("no longer usable: ", lost).ifPresent(said::add);
    listed("made with the former " + again.name() + ": ", former).ifPresent(said::add);
    return said;
  }

  private Optional<String> waiting(DeclarationSnippet declared) {
    return shell.status(declared) == Snippet.Status.VALID
        ? Optional.empty()
        : Optional.of(declared.name());
  }

  private void handed(
      DeclarationSnippet again, String name, Held now, List<String> reset, List<String> former) {
    Held was = before.get(name);
    boolean kept = was.field().equals(now.field());
    if (!kept && was.type().equals(now.type()) && was.field().getType() == now.field().getType()) {
      kept = given(now.field(), was.value());
      if (kept && control.classes().declares(now.value())) {
        former.add(name);
        return;
      }
    }
    if (!kept && !Objects.equals(was.value(), now.value())) {
      boolean same = was.type().equals(now.type());
      reset.add(
          name
              + " = "
              + now.value()
              + (same ? "" : " (" + was.type() + " before, " + now.type() + " now)"));
    } else if (!was.type().equals(now.type()) || mentions(now.type(), again)) {
      former.add(name);
    }
  }

  private static boolean given(Field field, Object value) {
    try {
      field.set(null, value);
      return true;
    } catch (IllegalAccessException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean mentions(String type, DeclarationSnippet again) {
    return again instanceof TypeDeclSnippet
        && Pattern.compile("\\b" + Pattern.quote(again.name()) + "\\b").matcher(type).find();
  }

  private static Optional<String> listed(String lead, List<String> names) {
    return names.isEmpty() ? Optional.empty() : Optional.of(lead + String.join(", ", names));
  }
}

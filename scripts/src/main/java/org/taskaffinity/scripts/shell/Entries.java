package org.taskaffinity.scripts.shell;

import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;

/** Reads entries off JShell's snippets. */
final class Entries {
  private Entries() {}

  static Entry of(JShell shell, Snippet snippet, boolean failed) {
    String name = snippet instanceof DeclarationSnippet d ? d.name() : "";
    return new Entry(
        snippet.id(),
        kind(snippet),
        name,
        type(snippet),
        snippet.source().strip(),
        state(shell.status(snippet), failed));
  }

  private static Entry.Kind kind(Snippet snippet) {
    if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      return Entry.Kind.EXPRESSION;
    }
    return switch (snippet.kind()) {
      case IMPORT -> Entry.Kind.IMPORT;
      case VAR -> Entry.Kind.VARIABLE;
      case EXPRESSION -> Entry.Kind.EXPRESSION;
      case METHOD -> Entry.Kind.METHOD;
      case TYPE_DECL -> Entry.Kind.TYPE;
      case STATEMENT -> Entry.Kind.STATEMENT;
      case ERRONEOUS -> Entry.Kind.REFUSED;
    };
  }

  private static String type(Snippet snippet) {
    if (snippet instanceof VarSnippet variable) {
      return variable.typeName();
    }
    if (snippet instanceof ExpressionSnippet expression) {
      return expression.typeName();
    }
    return snippet instanceof MethodSnippet method ? method.signature() : "";
  }

  private static Entry.State state(Snippet.Status status, boolean failed) {
    return switch (status) {
      case VALID -> failed ? Entry.State.FAILED : Entry.State.ACTIVE;
      case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> Entry.State.PENDING;
      case DROPPED -> Entry.State.DROPPED;
      case OVERWRITTEN -> Entry.State.REPLACED;
      case REJECTED, NONEXISTENT -> Entry.State.REFUSED;
    };
  }
}

package org.taskaffinity.dsl;

/**
 * One prediction target: a column of labels, some of them missing.
 *
 * @param name the column's name
 * @param type what kind of label it holds
 */
public record Task(String name, TaskType type) {
  public Task {
    Check.name("a task", name);
  }

  @Override
  public String toString() {
    return type.verb() + "(" + Say.quoted(name) + ")";
  }
}

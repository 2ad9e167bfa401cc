package org.taskaffinity.runtime.data;

import org.taskaffinity.dsl.ColumnRole;
import org.taskaffinity.dsl.ColumnRole.Role;

/**
 * Why a column has its role.
 *
 * @param role what the column is used for
 * @param why in words
 */
record Reason(Role role, String why) {
  static Reason unused(String why) {
    return new Reason(Role.UNUSED, why);
  }

  static Reason identifier(String why) {
    return new Reason(Role.IDENTIFIER, why);
  }

  ColumnRole of(String column) {
    return new ColumnRole(column, role, why);
  }
}

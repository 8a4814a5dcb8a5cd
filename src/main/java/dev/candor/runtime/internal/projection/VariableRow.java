package dev.candor.runtime.internal.projection;

import dev.candor.runtime.internal.query.Key;

/**
 * A variable of a process or element instance.
 *
 * @param value JSON
 */
public record VariableRow(
    Key variableKey,
    String name,
    String value,
    Key scopeKey,
    Key processInstanceKey,
    String tenantId) {

  /** Longer values are cut off in search results, as the contract allows. */
  public static final int LONGEST_SHOWN = 8191;

  public boolean exceedsWhatIsShown() {
    return value.length() > LONGEST_SHOWN;
  }
}

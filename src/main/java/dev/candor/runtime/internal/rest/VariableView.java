package dev.candor.runtime.internal.rest;

import dev.candor.runtime.internal.projection.VariableRow;
import dev.candor.runtime.internal.query.Key;

/** A variable in a search result: a long value is cut off, unless the client wants it whole. */
record VariableView(
    Key variableKey,
    String name,
    String value,
    boolean isTruncated,
    Key scopeKey,
    Key processInstanceKey,
    String tenantId) {

  static VariableView of(VariableRow row, boolean cut) {
    boolean isTruncated = cut && row.exceedsWhatIsShown();
    return new VariableView(
        row.variableKey(),
        row.name(),
        isTruncated ? row.value().substring(0, VariableRow.LONGEST_SHOWN) : row.value(),
        isTruncated,
        row.scopeKey(),
        row.processInstanceKey(),
        row.tenantId());
  }
}

package dev.candor.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;

/** What the contract's filter operators mean, said once more and more simply. */
final class Operators {

  private Operators() {}

  /** An operand of the operator that the value has to do with. */
  static JsonNode operand(String operator, JsonNode value) {
    return switch (operator) {
      case "$exists" -> BooleanNode.TRUE;
      case "$in", "$notIn" -> JsonNodeFactory.instance.arrayNode().add(value);
      case "$like" -> TextNode.valueOf(value.asText().substring(0, 1) + "*");
      default -> value;
    };
  }

  /** Whether a row's value, or a missing one, passes the operator with that operand. */
  static boolean passes(JsonNode has, String operator, JsonNode value) {
    boolean isThere = isThere(has);
    return switch (operator) {
      case "$eq", "$in" -> isThere && has.equals(value);
      case "$neq", "$notIn" -> !isThere || !has.equals(value);
      case "$exists" -> isThere;
      case "$like" -> isThere && has.asText().startsWith(value.asText().substring(0, 1));
      case "$gt" -> isThere && compare(has, value) > 0;
      case "$gte" -> isThere && compare(has, value) >= 0;
      case "$lt" -> isThere && compare(has, value) < 0;
      case "$lte" -> isThere && compare(has, value) <= 0;
      default -> throw new AssertionError("The contract has an operator that is new: " + operator);
    };
  }

  static boolean isThere(JsonNode has) {
    return !has.isMissingNode() && !has.isNull();
  }

  /** Numbers by their size, all else by its letters: times and keys sort by them as they should. */
  static int compare(JsonNode left, JsonNode right) {
    return left.isNumber()
        ? Long.compare(left.asLong(), right.asLong())
        : left.asText().compareTo(right.asText());
  }
}

package dev.candor.runtime.internal.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.candor.runtime.internal.query.Condition;
import dev.candor.runtime.internal.query.Field;
import dev.candor.runtime.internal.query.InvalidQuery;
import dev.candor.runtime.internal.query.Key;
import dev.candor.runtime.internal.query.Table;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.VariableIntent;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The variables with their latest values. */
public final class Variables extends Projection<Key, VariableRow> {

  private static final Field<VariableRow> VALUE =
      Field.computed("value", String.class, VariableRow::value);

  private final ElementInstances elements;

  Variables(ElementInstances elements) {
    super(
        new Table<>(VariableRow.class, "variableKey", VariableRow::variableKey)
            .indexedBy("processInstanceKey")
            .indexedBy("scopeKey"));
    this.elements = elements;
    table().filteredBy("isTruncated", boolean.class, VariableRow::exceedsWhatIsShown);
  }

  void apply(Record<VariableRecordValue> record) {
    if (record.getIntent() == VariableIntent.MIGRATED) {
      // It tells of the definition only, which no row has; the value it carries is empty.
      return;
    }
    VariableRecordValue value = record.getValue();
    table()
        .put(
            new VariableRow(
                Key.of(record.getKey()),
                Shared.text(value.getName()),
                value.getValue(),
                Key.of(value.getScopeKey()),
                Key.of(value.getProcessInstanceKey()),
                Shared.text(value.getTenantId())));
  }

  /** The variables seen from a scope: of those with one name, the nearest. */
  public Stream<VariableRow> effectiveIn(Key scope) {
    Map<String, VariableRow> nearest = new LinkedHashMap<>();
    for (Optional<Key> at = Optional.of(scope); at.isPresent(); at = elements.scope(at.get())) {
      table().where("scopeKey", at.get()).forEach(row -> nearest.putIfAbsent(row.name(), row));
    }
    return nearest.values().stream();
  }

  /** The filter property for "has variables with these names and values" in some scope. */
  <T> Condition<T> having(Function<T, Key> scope) {
    return operand -> {
      Predicate<T> all = row -> true;
      for (JsonNode wanted : operand) {
        if (!wanted.hasNonNull("name") || !wanted.hasNonNull("value")) {
          throw new InvalidQuery("a variable needs a name and a value");
        }
        String name = wanted.get("name").asText();
        Predicate<? super VariableRow> value = VALUE.read(wanted.get("value")).test();
        all =
            all.and(
                row ->
                    table()
                        .where("scopeKey", scope.apply(row))
                        .anyMatch(one -> one.name().equals(name) && value.test(one)));
      }
      return Condition.Match.of(all);
    };
  }
}

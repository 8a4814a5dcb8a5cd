package dev.candor.insight.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The values of one dimension, numbered as they come, so that a column holds numbers. */
final class Codes {

  private final Map<String, Short> numbers = new ConcurrentHashMap<>();
  private final List<String> values = new CopyOnWriteArrayList<>();

  short number(String value) {
    var known = numbers.get(value);
    return known != null ? known : add(value);
  }

  /** -1 for what no case has. */
  short find(String value) {
    return numbers.getOrDefault(value, (short) -1);
  }

  String value(short number) {
    return values.get(number);
  }

  List<String> all() {
    return values.stream().sorted().toList();
  }

  private synchronized short add(String value) {
    return numbers.computeIfAbsent(
        value,
        one -> {
          values.add(one);
          return (short) (values.size() - 1);
        });
  }
}

package dev.candor.runtime.internal.management;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Meters in the Prometheus text exposition format, version 0.0.4. */
final class PrometheusText {

  private PrometheusText() {}

  static String of(Collection<Meter> meters) {
    Map<String, StringBuilder> families = new TreeMap<>();
    for (Meter meter : meters) {
      for (Measurement measured : meter.measure()) {
        String name = name(meter.getId(), measured.getStatistic());
        families
            .computeIfAbsent(name, any -> header(name, measured.getStatistic()))
            .append(name)
            .append(labels(meter.getId()))
            .append(' ')
            .append(number(measured.getValue()))
            .append('\n');
      }
    }
    StringBuilder text = new StringBuilder();
    families.values().forEach(text::append);
    return text.toString();
  }

  private static StringBuilder header(String name, Statistic statistic) {
    String type =
        switch (statistic) {
          case COUNT, TOTAL, TOTAL_TIME -> "counter";
          default -> "gauge";
        };
    return new StringBuilder("# TYPE " + name + " " + type + "\n");
  }

  private static String name(Meter.Id id, Statistic statistic) {
    String unit = id.getBaseUnit() == null ? "" : "_" + plain(id.getBaseUnit());
    String suffix =
        switch (statistic) {
          case COUNT -> id.getType() == Meter.Type.COUNTER ? "_total" : "_count";
          case TOTAL, TOTAL_TIME -> "_sum";
          case MAX -> "_max";
          case ACTIVE_TASKS -> "_active";
          case DURATION -> "_duration";
          case VALUE, UNKNOWN -> "";
        };
    return plain(id.getName()) + unit + suffix;
  }

  private static String plain(String text) {
    return text.replaceAll("[^a-zA-Z0-9_:]", "_");
  }

  private static String labels(Meter.Id id) {
    if (id.getTags().isEmpty()) {
      return "";
    }
    StringJoiner labels = new StringJoiner(",", "{", "}");
    for (Tag tag : id.getTags()) {
      String value =
          tag.getValue().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      labels.add(plain(tag.getKey()) + "=\"" + value + "\"");
    }
    return labels.toString();
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return String.format(Locale.ROOT, "%s", value);
  }
}

package dev.candor.notification;

import java.util.EnumMap;
import java.util.Map;

/**
 * How somebody wants their mail.
 *
 * @param digestHour from 0 to 23, in their zone
 * @param deliveries of each kind that can be chosen; what is always told at once is not in it
 */
public record MailChoice(Language language, int digestHour, Map<MailKind, Delivery> deliveries) {

  /** Of somebody who has chosen nothing. */
  public static final MailChoice DEFAULT = new MailChoice(Language.ENGLISH, 8, Map.of());

  public MailChoice {
    if (digestHour < 0 || digestHour > 23) {
      throw new IllegalArgumentException("An hour is 0 to 23");
    }
    if (deliveries.keySet().stream().anyMatch(MailKind::isAlwaysAtOnce)) {
      throw new IllegalArgumentException("Deadlines and duties are always told at once");
    }
    if (deliveries.entrySet().stream()
        .anyMatch(one -> !one.getKey().deliveries().contains(one.getValue()))) {
      throw new IllegalArgumentException("A report is a letter of its own");
    }
    var all = new EnumMap<MailKind, Delivery>(MailKind.class);
    for (var kind : MailKind.values()) {
      if (!kind.isAlwaysAtOnce()) {
        all.put(kind, deliveries.getOrDefault(kind, Delivery.AT_ONCE));
      }
    }
    deliveries = Map.copyOf(all);
  }

  public Delivery of(MailKind kind) {
    return deliveries.getOrDefault(kind, Delivery.AT_ONCE);
  }

  /** When a letter comes. */
  public enum Delivery {
    AT_ONCE,
    /** Once a day, in one letter with others. */
    DIGEST,
    NEVER
  }
}

package dev.candor.insight.internal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Passes of cases through elements, by when they ended. */
@Component
class EndedPasses {

  private static final List<String> SECONDS =
      List.of(
          "for_us", "in_hand", "for_them", "for_us_working", "in_hand_working", "for_them_working");

  private static final String CUT_OFF = "cut_off";

  static final EndedTable.Source SOURCE =
      new EndedTable.Source(
          """
          select i.reference, p.ended_at, p.element::text as element, v.version::text as version,
                 %s, (not p.completed)::int as %s
            from insight_pass p
            join insight_instance i using (instance_key)
            left join insight_version v on v.definition_key = p.definition_key
           where p.ended_at is not null
          """
              .formatted(
                  SECONDS.stream().map(column -> "p." + column).collect(Collectors.joining(", ")),
                  CUT_OFF),
          Stream.concat(SECONDS.stream(), Stream.of(CUT_OFF)).toList());

  private final EndedDays days;

  EndedPasses(KeepingDays keeping) {
    this.days = keeping.of(SOURCE);
  }

  /** Is told passes without an object for each. */
  interface Reader {

    /**
     * Seconds are -1 where they were not counted yet, or no calendar has working time.
     *
     * @param number of the case
     * @param element see {@link Ended#element}
     * @param together see {@link Ended#value}
     */
    void read(
        long number,
        short element,
        int together,
        int forUs,
        int inHand,
        int forThem,
        boolean isCutOff);
  }

  Ended of(TimesQuery query) {
    return days.of(query);
  }

  /** See {@link EndedDays#readAhead}. */
  void readAhead(TimesQuery query) {
    days.readAhead(query);
  }

  /** Tells those that the query chooses, with the times of its calendar. */
  static void read(Ended passes, TimesQuery query, Reader reader) {
    int calendar = query.working() ? SECONDS.size() / 2 : 0;
    passes.read(
        query.only(),
        (number, element, together, figures, first) ->
            reader.read(
                number,
                element,
                together,
                figures[first + calendar],
                figures[first + calendar + 1],
                figures[first + calendar + 2],
                figures[first + SECONDS.size()] > 0));
  }
}

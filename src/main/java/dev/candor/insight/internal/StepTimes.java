package dev.candor.insight.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Times of steps: the tasks of people, and the waits for the other side, by where they ended. */
@Component
public class StepTimes {

  static final String ARE_STEPS =
      "kind in ('USER_TASK', 'EVENT_BASED_GATEWAY', 'RECEIVE_TASK', 'INTERMEDIATE_CATCH_EVENT')";

  private final JdbcClient jdbc;
  private final EndedPasses passes;

  StepTimes(JdbcClient jdbc, EndedPasses passes) {
    this.jdbc = jdbc;
    this.passes = passes;
  }

  /**
   * @param element its id in the diagram
   */
  public record Step(String process, String element, String name) {

    public StepId id() {
      return new StepId(process, element);
    }
  }

  /**
   * @param element its id in the diagram
   */
  public record StepId(String process, String element) {

    /** As it is called in addresses: {@code process/element}. */
    public String code() {
      return process + "/" + element;
    }

    /** What {@link #code} was made of; of what is no code, one that no step has. */
    public static StepId of(String code) {
      int slash = code.indexOf('/');
      return slash < 0
          ? new StepId(code, "")
          : new StepId(code.substring(0, slash), code.substring(slash + 1));
    }
  }

  /** What ended in the period, to be counted. */
  Ended ended(TimesQuery query) {
    return passes.of(query);
  }

  /** Is told passes without an object for each. */
  interface PassReader {

    /**
     * @param together number of the values of its case
     * @param us seconds
     */
    void read(int together, int us, int hand, int them);
  }

  /**
   * Tells the passes through one step.
   *
   * @param number of the element
   */
  static void each(Ended rows, TimesQuery query, String number, PassReader reader) {
    short wanted = rows.number(number);
    EndedPasses.read(
        rows,
        query,
        (ofCase, element, together, forUs, inHand, forThem, isCutOff) -> {
          if (element == wanted && forUs >= 0) {
            reader.read(together, forUs, inHand, forThem);
          }
        });
  }

  /** By which rows name the step; nothing where no diagram has it. */
  String numberOf(StepId step) {
    return jdbc.sql("select id::text from insight_element where process = ? and element = ?")
        .params(step.process(), step.element())
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** What the step is called, or its id where no diagram has it. */
  String name(StepId step) {
    return jdbc.sql("select name from insight_element where process = ? and element = ?")
        .params(step.process(), step.element())
        .query(String.class)
        .optional()
        .orElse(step.element());
  }

  /** The tasks and waits that there are, by name. */
  List<Step> all() {
    return jdbc.sql(
            """
            select process, element, name from insight_element
             where %s
             order by name, process
            """
                .formatted(ARE_STEPS))
        .query(Step.class)
        .list();
  }

  /** Of this step alone. */
  Sample of(Ended rows, TimesQuery query, StepId only) {
    return sample(rows, query, numberOf(only));
  }

  /**
   * @param number of the step
   */
  static Sample sample(Ended rows, TimesQuery query, String number) {
    var sample = new Sample();
    each(rows, query, number, (together, us, hand, them) -> sample.add(us, hand, them));
    return sample;
  }

  Map<Step, Sample> of(Ended rows, TimesQuery query) {
    var steps = numbered();
    var byElement = new @Nullable Sample[Short.MAX_VALUE];
    EndedPasses.read(
        rows,
        query,
        (number, element, together, forUs, inHand, forThem, isCutOff) -> {
          if (forUs >= 0) {
            if (byElement[element] == null) {
              byElement[element] = new Sample();
            }
            byElement[element].add(forUs, inHand, forThem);
          }
        });
    var samples = new HashMap<Step, Sample>();
    for (short element = 0; element < byElement.length; element++) {
      if (byElement[element] != null) {
        var step = steps.get(rows.element(element));
        if (step != null) {
          samples.put(step, byElement[element]);
        }
      }
    }
    return samples;
  }

  private Map<String, Step> numbered() {
    var steps = new HashMap<String, Step>();
    jdbc.sql("select id, process, element, name from insight_element where " + ARE_STEPS)
        .query(
            row -> {
              steps.put(
                  row.getString("id"),
                  new Step(
                      row.getString("process"), row.getString("element"), row.getString("name")));
            });
    return steps;
  }
}

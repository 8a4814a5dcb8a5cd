package dev.candor.process;

import dev.candor.process.internal.NamesInOurClasses;
import java.util.Set;

/**
 * What diagrams can rely on in this service.
 *
 * @param jobTypes a worker takes jobs of these types
 * @param errorCodes a worker may end its job with one of these BPMN errors
 * @param messages the service sends messages of these names
 */
public record ServiceNames(Set<String> jobTypes, Set<String> errorCodes, Set<String> messages) {

  /** The process that a flag begins. */
  public static final String FIRST_PROCESS = "SensitiveRequestProcess";

  /** Decisions that the service asks by itself, so that no diagram names them. */
  public static final Set<String> DECISIONS_ASKED = Set.of("deadlines", "deskCalendar");

  public ServiceNames {
    jobTypes = Set.copyOf(jobTypes);
    errorCodes = Set.copyOf(errorCodes);
    messages = Set.copyOf(messages);
  }

  /** Read from the classes of this service; takes a moment. */
  public static ServiceNames ofThisService() {
    return NamesInOurClasses.read();
  }
}

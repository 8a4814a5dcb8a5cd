package dev.candor.process;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Cases on one version of a process, by references only, and moving them to another version. */
public interface CasesUnderWay {

  /** How many run on this version. */
  long running(long definitionKey);

  /** How many stand at each element of this version; elements where none stands are left out. */
  Map<String, Standing> perElement(long definitionKey);

  /** Which cases could move to the other version, and why not. Nothing is changed. */
  List<Candidate> preview(long fromDefinition, long toDefinition);

  /**
   * Moves these process instances; each moves as a whole or stays as it was.
   *
   * @return what came of each
   */
  List<Moved> move(long fromDefinition, long toDefinition, Collection<Long> instances);

  /**
   * @param waiting go on by themselves or by a person
   * @param stuck held by an incident
   */
  record Standing(long waiting, long stuck) {}

  /**
   * @param instance key of the process instance
   * @param reference of the case; empty where the engine knows none
   * @param standsAt names of the steps
   * @param hindrances why it cannot move; none when it can
   */
  record Candidate(
      long instance, String reference, List<String> standsAt, List<String> hindrances) {

    public boolean movable() {
      return hindrances.isEmpty();
    }
  }

  /**
   * @param trouble why it stayed; empty when it moved
   */
  record Moved(String reference, String trouble) implements Serializable {

    public boolean done() {
      return trouble.isEmpty();
    }
  }
}

package dev.candor.tasks.web;

import dev.candor.web.Times.Due;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task in the middle of the desk, for one person.
 *
 * @param holder who has it, or who did it, as a sentence
 * @param claim what claiming it is called
 * @param release what releasing it is called
 * @param receivers whom it can be handed over to; empty when it cannot
 * @param mayDelegate whether it can be given for this once
 * @param mayFill it is theirs: the form can be filled in and sent
 * @param over it is done or gone
 * @param byMe this person completed it
 * @param verb what completing it is called
 * @param consequence what completing it means
 */
public record TaskInHand(
    String id,
    String reference,
    String name,
    @Nullable Due due,
    String holder,
    boolean mayClaim,
    String claim,
    boolean mayRelease,
    String release,
    List<Receivers> receivers,
    boolean mayDelegate,
    boolean mayFill,
    boolean over,
    boolean byMe,
    String verb,
    String consequence) {

  public boolean formShown() {
    return !over;
  }

  /**
   * @param label of the people: what they can be given it as
   */
  public record Receivers(String label, List<Receiver> people) {}

  public record Receiver(String id, String name) {}
}

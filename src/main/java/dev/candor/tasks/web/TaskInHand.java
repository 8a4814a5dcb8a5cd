package dev.candor.tasks.web;

import dev.candor.web.Times.Due;
import org.jspecify.annotations.Nullable;

/**
 * The task in the middle of the desk, for one person.
 *
 * @param holder who has it, or who did it, as a sentence
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
    boolean mayRelease,
    boolean mayFill,
    boolean over,
    boolean byMe,
    String verb,
    String consequence) {

  public boolean formShown() {
    return !over;
  }
}

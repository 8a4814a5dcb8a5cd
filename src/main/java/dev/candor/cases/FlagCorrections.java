package dev.candor.cases;

import dev.candor.access.Person;
import dev.candor.web.RefusedByRule;
import org.jspecify.annotations.Nullable;

/**
 * What was flagged wrongly: entries beside the flag, which stays as it was sent. The last one of a
 * field stands. The way that the case took is not changed by them.
 */
public interface FlagCorrections {

  /**
   * @throws UnknownCase when there is none, or none that they may know of
   * @throws org.springframework.security.access.AccessDeniedException when it is not theirs to
   *     correct
   * @throws NotTaken when it stands already, or another correction came in between
   * @throws RefusedByRule when the case is over
   * @throws dev.candor.web.InvalidInput when it does not go with what else stands
   */
  CaseView.Correction correct(CaseReference reference, NewCorrection correction, Person by);

  /**
   * @param value as {@link FlagValues} answers it
   * @param name of the field that holds the value, for what is wrong with it
   * @param reason why; it stays in the register
   * @param seen how many corrections of this field they know of; null takes it whatever others did
   */
  record NewCorrection(
      Correctable field, String value, String name, String reason, @Nullable Integer seen) {}

  /** Nothing is wrong with the value, and there is nothing to keep of it now. */
  final class NotTaken extends RefusedByRule {

    public NotTaken(String reason) {
      super(reason);
    }
  }
}

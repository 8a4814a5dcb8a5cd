package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.PuttingInWriting;
import dev.candor.cases.UnknownCase;
import dev.candor.web.InvalidInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The other side wrote what it was asked to write: entered by the flagger, the desk or its head.
 */
@Component
public class EnteringAnAnswer {

  private static final int LONGEST_ANSWER = 20_000;
  private static final List<Role> MAY_SAY_SO = List.of(Role.DESK, Role.DESK_HEAD);

  private final NeedToKnow needToKnow;
  private final CaseRegister register;
  private final PuttingInWriting writing;

  EnteringAnAnswer(NeedToKnow needToKnow, CaseRegister register, PuttingInWriting writing) {
    this.needToKnow = needToKnow;
    this.register = register;
    this.writing = writing;
  }

  /**
   * @throws UnknownCase when there is none, or none that this person may know of
   * @throws AccessDeniedException when it is not theirs to say
   * @throws InvalidInput when there are no words, or too many
   * @throws dev.candor.cases.NotAsked when nobody waits for it
   */
  public void enter(CaseReference reference, @Nullable String answer, Person by) {
    var sight = needToKnow.of(by, reference);
    if (sight == Sight.NONE) {
      throw new UnknownCase();
    }
    if (!sight.hasAPart()) {
      throw new AccessDeniedException("Not theirs to say");
    }
    if (!register.parties(reference).flagger().equals(by.id())
        && MAY_SAY_SO.stream().noneMatch(by::is)) {
      throw new AccessDeniedException("Not theirs to say");
    }
    writing.answer(reference, words(answer), by.id());
  }

  private static String words(@Nullable String answer) {
    if (answer == null || answer.isBlank()) {
      throw new InvalidInput("answer", "Is required");
    }
    var words = answer.strip();
    if (words.codePointCount(0, words.length()) > LONGEST_ANSWER) {
      throw new InvalidInput("answer", "Must be at most " + LONGEST_ANSWER + " characters");
    }
    if (words.indexOf('\0') >= 0) {
      throw new InvalidInput("answer", "Must be text without control characters");
    }
    return words;
  }
}

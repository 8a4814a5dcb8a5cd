package dev.candor.cases.internal;

import dev.candor.access.Person;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.NeedToKnow.Sight;
import dev.candor.cases.UnknownCase;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The other side takes the request back: said by the flagger, the desk, its head or counsel. */
@Component
public class WithdrawingARequest {

  private static final List<Role> MAY_SAY_SO = List.of(Role.DESK, Role.DESK_HEAD, Role.COUNSEL);

  private final NeedToKnow needToKnow;
  private final CaseRegister register;

  WithdrawingARequest(NeedToKnow needToKnow, CaseRegister register) {
    this.needToKnow = needToKnow;
    this.register = register;
  }

  /**
   * @throws UnknownCase when there is none, or none that this person may know of
   * @throws AccessDeniedException when it is not theirs to say
   * @throws dev.candor.cases.WrongOrder when it is decided
   */
  public void withdraw(CaseReference reference, Person by) {
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
    register.askToWithdraw(reference, by.id());
  }
}

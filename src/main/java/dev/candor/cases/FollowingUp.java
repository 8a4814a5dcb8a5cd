package dev.candor.cases;

import dev.candor.access.PersonId;
import java.time.Instant;
import java.util.UUID;

/** What follows a decision. Every method has its effect once per case. */
public interface FollowingUp {

  void recordReply(CaseReference reference, Written reply);

  void recordCarriedOut(CaseReference reference, Written note);

  /**
   * @param submission what was entered at the desk; the key that makes a repeat harmless
   */
  record Written(UUID submission, PersonId by, String text, Instant at) {}
}

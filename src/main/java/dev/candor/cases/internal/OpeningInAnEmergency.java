package dev.candor.cases.internal;

import dev.candor.access.Groups;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.EmergencyAccess;
import dev.candor.cases.EmergencySettings;
import dev.candor.cases.NeedToKnow;
import dev.candor.cases.Recusals;
import dev.candor.cases.UnknownCase;
import dev.candor.cases.internal.Timeline.What;
import dev.candor.notification.Mails;
import dev.candor.notification.Mails.Notice;
import dev.candor.web.RefusedByRule;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * In one transaction: the access, its reason, the entries in timeline and ledger, and the letters
 * to counsel. There is none of them without the others.
 */
@Component
class OpeningInAnEmergency implements EmergencyAccess {

  private final Emergencies emergencies;
  private final CaseFiles files;
  private final NeedToKnow needToKnow;
  private final Recusals recusals;
  private final Timeline timeline;
  private final LedgerNotes ledger;
  private final Mails mails;
  private final People people;
  private final OnOneCase onOneCase;
  private final EmergencySettings settings;
  private final Clock clock;

  OpeningInAnEmergency(
      Emergencies emergencies,
      CaseFiles files,
      NeedToKnow needToKnow,
      Recusals recusals,
      Timeline timeline,
      LedgerNotes ledger,
      Mails mails,
      People people,
      OnOneCase onOneCase,
      EmergencySettings settings,
      Clock clock) {
    this.emergencies = emergencies;
    this.files = files;
    this.needToKnow = needToKnow;
    this.recusals = recusals;
    this.timeline = timeline;
    this.ledger = ledger;
    this.mails = mails;
    this.people = people;
    this.onOneCase = onOneCase;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public Opened open(CaseReference reference, String reason, Person by) {
    requireEntitled(by);
    var opened = new AtomicReference<Opened>();
    onOneCase.carryOut(
        "emergency-access", reference, () -> opened.set(write(reference, reason, by)));
    return opened.get();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Opened> known(Person viewer) {
    requireEntitled(viewer);
    return emergencies.latest(MOST);
  }

  private Opened write(CaseReference reference, String reason, Person by) {
    files.lock(reference);
    if (recusals.isRecused(by.id(), reference)) {
      throw new UnknownCase();
    }
    switch (needToKnow.of(by, reference)) {
      case CONTENT -> throw new RefusedByRule("This case is open to you: you have a part in it");
      case STATE -> throw new RefusedByRule("Whoever flagged a case does not open it any further");
      case EMERGENCY -> throw new RefusedByRule("This case is open to you already");
      case NONE -> {}
    }
    var entry = emergencies.insert(reference, by.id(), reason, settings.lasts());
    timeline.add(reference, clock.instant(), by.id(), What.OPENED_IN_AN_EMERGENCY, null);
    ledger.openedInAnEmergency(reference, by.id(), entry.opened().endsAt());
    var counsel = people.inGroup(Groups.COUNSEL).stream().map(Person::id).toList();
    mails.tell(Notice.EMERGENCY_ACCESS, reference.value(), counsel, "emergency-" + entry.id());
    return entry.opened();
  }

  private static void requireEntitled(Person person) {
    if (!EmergencyAccess.mayOpen(person)) {
      throw new AccessDeniedException("Not theirs to open");
    }
  }
}

package dev.candor.tasks.internal;

import dev.candor.cases.PersonRecused;
import dev.candor.outbox.Courier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes, in the transaction of a recusal, that what the person holds has to go back. */
@Component
class GivingBackWhenRecused {

  private final HandBacks handBacks;
  private final Courier handBackCourier;

  GivingBackWhenRecused(HandBacks handBacks, Courier handBackCourier) {
    this.handBacks = handBacks;
    this.handBackCourier = handBackCourier;
  }

  @EventListener
  void whenRecused(PersonRecused recused) {
    handBacks.add(recused.reference(), recused.person());
    handBackCourier.callAfterCommit();
  }
}

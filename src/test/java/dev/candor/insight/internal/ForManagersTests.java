package dev.candor.insight.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.support.CandorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** How a manager's figures are counted. */
@CandorTest
class ForManagersTests {

  @Autowired ForManagers managers;
  @Autowired People people;

  /** Many who wait for memory would else take all connections from everybody. */
  @Test
  void shouldBringMemoryUpToDateBeforeItTakesAConnection() {
    var manager = people.find(new PersonId("manager")).orElseThrow();

    var inTransaction =
        managers.count(
            manager,
            TransactionSynchronizationManager::isActualTransactionActive,
            before ->
                !before
                    && TransactionSynchronizationManager.isActualTransactionActive()
                    && Acting.current().orElseThrow().service() != null);

    assertThat(inTransaction).isTrue();
  }
}

package dev.candor.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.candor.process.ProcessSets;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.NothingBeside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.WebApplicationContext;

/** One list of steps tells whether the one that is asked for is there, and what can be chosen. */
@NothingBeside
@CandorTest
class StepsReadOnceTests {

  private static final String STEP = "Task_OfStepsReadOnceTests";

  private final Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
  private final ListAppender<ILoggingEvent> said = new ListAppender<>();
  private final ProcessSets sets;
  private final LoggedCases cases;
  private final ReadPages pages;

  @Autowired
  StepsReadOnceTests(WebApplicationContext service, ProcessSets sets, EveryRow rows) {
    this.sets = sets;
    this.cases = new LoggedCases(rows, "DESK-OF-STEPS-READ-ONCE-TESTS", STEP, 711_000, 1);
    this.pages = ReadPages.of(service);
  }

  @BeforeEach
  void listen() {
    cases.begin(sets, "Look at it once");
    said.start();
    statements.addAppender(said);
    statements.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stop() {
    statements.setLevel(null);
    statements.detachAppender(said);
    cases.forget();
  }

  @Test
  void shouldReadTheStepsOnceForAPageOfOneStep() {
    var page = pages.text("/insight?step=RegionalReviewProcess/" + STEP, "manager");

    assertThat(page).contains("selected=\"selected\">Step: Look at it once");
    assertThat(said.list)
        .filteredOn(event -> event.getThreadName().equals(Thread.currentThread().getName()))
        .filteredOn(
            event ->
                event.getMessage().contains("select process, element, name from insight_element"))
        .hasSize(1);
  }
}

package dev.candor.processes;

import dev.candor.CandorApplication;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.intake.FlagEntry;
import dev.candor.intake.Flagging;
import dev.candor.notification.OutboxState;
import dev.candor.processes.IdleCases.WorkersAsTheService;
import dev.candor.tasks.ClaimTask;
import dev.candor.tasks.CompleteTask;
import io.camunda.client.CamundaClient;
import io.camunda.client.spring.properties.CamundaClientProperties;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service: workers, register, ledger and mail, with its own durable database. */
final class RealCases extends CasesInARow {

  private final ConfigurableApplicationContext service;
  private final CamundaClient camunda;
  private final Flagging flagging;
  private final ClaimTask claiming;
  private final CompleteTask completing;
  private final People people;
  private final OutboxState outbox;

  RealCases(Path folder) {
    service =
        new SpringApplicationBuilder(CandorApplication.class)
            .initializers(
                context ->
                    context.getBeanFactory().registerSingleton("serviceAlone", new ServiceAlone()))
            .run(
                Stream.concat(
                        Stream.of(
                            "--candor.data-dir=" + folder,
                            "--candor.intake.flags-per-hour=1000000",
                            "--logging.config=classpath:bench-logback.xml"),
                        Stream.of(
                                "server.port",
                                "candor.runtime.rest-port",
                                "candor.runtime.grpc-port",
                                "candor.runtime.management-port",
                                "candor.mail.smtp-port",
                                "candor.mail.imap-port")
                            .map(port -> "--" + port + "=0"))
                    .toArray(String[]::new));
    camunda = service.getBean(CamundaClient.class);
    flagging = service.getBean(Flagging.class);
    claiming = service.getBean(ClaimTask.class);
    completing = service.getBean(CompleteTask.class);
    people = service.getBean(People.class);
    outbox = service.getBean(OutboxState.class);
  }

  @Override
  CamundaClient camunda() {
    return camunda;
  }

  @Override
  void flag(String principalCountry) {
    var flag =
        new FlagEntry(
            "VERIFY_OR_LABEL",
            "Press attaché",
            "None",
            "Embassy of " + Locale.of("", principalCountry).getDisplayCountry(Locale.ENGLISH),
            "EMBASSY",
            principalCountry,
            "GB",
            "FORMAL",
            "A verified account in our own name.",
            null,
            false,
            "Residents of the host country",
            false,
            false,
            false,
            LocalDate.now().minusDays(1).toString(),
            null,
            null);
    var flagger = person("employee");
    Acting.as(flagger, () -> flagging.flag(flag, flagger, null));
  }

  @Override
  void answer(long userTask, String name, Answer answer) {
    var person = person(name);
    var values = new HashMap<>(answer.steers());
    values.putAll(answer.words());
    Acting.as(
        person,
        () -> {
          claiming.claim(person, userTask);
          completing.complete(person, userTask, values);
          return null;
        });
  }

  /** All letters are sent. */
  @Override
  boolean isSettled() {
    return outbox.look().waiting() == 0;
  }

  /** How its workers ask for jobs. */
  WorkersAsTheService workers() {
    var client = service.getBean(CamundaClientProperties.class);
    var worker = client.getWorker().getDefaults();
    return new WorkersAsTheService(
        client.getExecutionThreads(),
        worker.getMaxJobsActive(),
        worker.getPollInterval(),
        worker.getRequestTimeout());
  }

  private Person person(String id) {
    return people.find(new PersonId(id)).orElseThrow();
  }

  @Override
  public void close() {
    super.close();
    service.close();
  }
}

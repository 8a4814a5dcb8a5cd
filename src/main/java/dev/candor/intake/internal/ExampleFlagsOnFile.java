package dev.candor.intake.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.cases.CaseReading;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.intake.ExampleFlags;
import dev.candor.intake.FlagEntry;
import dev.candor.web.RefusedByRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Reads {@code examples/flags.json}. Each example has a key of its own, so it is flagged once. */
@Component
class ExampleFlagsOnFile implements ExampleFlags {

  private static final PersonId FLAGGER = new PersonId("employee");

  private final FlagRules rules;
  private final CaseRegister register;
  private final CaseReading reading;
  private final People people;
  private final ObjectMapper json;
  private final Resource file;

  ExampleFlagsOnFile(
      FlagRules rules,
      CaseRegister register,
      CaseReading reading,
      People people,
      ObjectMapper json,
      @Value("classpath:examples/flags.json") Resource file) {
    this.rules = rules;
    this.register = register;
    this.reading = reading;
    this.people = people;
    this.json = json;
    this.file = file;
  }

  @Override
  public boolean offered() {
    return people.find(FLAGGER).isPresent() && reading.isEmpty();
  }

  @Override
  public List<CaseReference> load() {
    var flagger =
        people
            .find(FLAGGER)
            .orElseThrow(
                () ->
                    new RefusedByRule(
                        "The examples belong to the demonstration people, who are not here"));
    return Acting.as(flagger, () -> Arrays.stream(examples()).map(this::flag).toList());
  }

  /** Their days are part of the story, so none of them is too late. */
  private CaseReference flag(Example example) {
    return register.open(
        rules.check(example.flag(), LocalDate.MAX), FLAGGER, "example-" + example.id());
  }

  private Example[] examples() {
    try (var stream = file.getInputStream()) {
      return json.readValue(stream, Example[].class);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  private record Example(String id, FlagEntry flag) {}
}

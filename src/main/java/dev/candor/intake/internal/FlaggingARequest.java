package dev.candor.intake.internal;

import dev.candor.access.Allowances;
import dev.candor.access.Person;
import dev.candor.cases.CaseReference;
import dev.candor.cases.CaseRegister;
import dev.candor.intake.FlagEntry;
import dev.candor.intake.Flagging;
import dev.candor.intake.IntakeSettings;
import dev.candor.intake.TooManyFlags;
import dev.candor.web.InvalidInput;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was entered, and how often, then opens the case. */
@Component
class FlaggingARequest implements Flagging {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final FlagRules rules;
  private final CaseRegister register;
  private final Clock clock;
  private final long perHour;
  private final Allowances allowances;

  FlaggingARequest(FlagRules rules, CaseRegister register, Clock clock, IntakeSettings settings) {
    this.rules = rules;
    this.register = register;
    this.clock = clock;
    this.perHour = settings.flagsPerHour();
    this.allowances = new Allowances(perHour, AN_HOUR);
  }

  @Override
  public CaseReference flag(FlagEntry entry, Person by, @Nullable String idempotencyKey) {
    if (idempotencyKey != null && !KEY.matcher(idempotencyKey).matches()) {
      throw new InvalidInput("Idempotency-Key", "Must be 1 to 200 visible ASCII characters");
    }
    var flag = rules.check(entry, LocalDate.now(clock.withZone(by.zone())));
    var wait = allowances.use(by.id().value());
    if (wait.isPositive()) {
      throw new TooManyFlags(perHour, wait);
    }
    return register.open(flag, by.id(), idempotencyKey);
  }
}

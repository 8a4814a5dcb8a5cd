package dev.candor.insight;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the event log follows the engine and the desk.
 *
 * @param interval how often it is asked whether something of a case is new
 * @param engineInterval how often the engine is asked when nothing is
 * @param lateness how late the engine may tell of what it did, its clock's difference from ours
 *     included, so that it counts within a minute of that
 * @param lookBackEvery how often the engine is asked again about {@code lookBack}
 * @param lookBack how late it may tell so that it counts at all without its telling anew
 * @param watchInterval how often targets are looked at
 */
@ConfigurationProperties("candor.insight")
public record InsightSettings(
    @DefaultValue("5s") Duration interval,
    @DefaultValue("1m") Duration engineInterval,
    @DefaultValue("1m") Duration lateness,
    @DefaultValue("1h") Duration lookBackEvery,
    @DefaultValue("1d") Duration lookBack,
    @DefaultValue("1m") Duration watchInterval) {}

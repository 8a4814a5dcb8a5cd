package dev.candor.tasks.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a task may lie.
 *
 * @param unattendedAfter working time of the case's desk after which a claim lapses that its holder
 *     did not look after
 * @param lookEvery how often claims are looked at
 * @param reconcileEvery how often the desk is compared with the engine
 */
@ConfigurationProperties("candor.tasks")
record TasksSettings(
    @DefaultValue("8h") Duration unattendedAfter,
    @DefaultValue("1m") Duration lookEvery,
    @DefaultValue("10m") Duration reconcileEvery) {}

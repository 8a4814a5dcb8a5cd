package dev.candor.process.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the service talks to the engine.
 *
 * @param deploy whether the diagrams, tables and forms of this service are deployed at start
 * @param messageTimeToLive how long the engine keeps a message that nothing waits for yet, and for
 *     how long a repeat of it is recognised
 * @param outboxInterval how often the outbox is looked at when nobody calls
 * @param firstRetry wait after the first failure; doubled with each further one
 * @param lastRetry longest wait between two attempts
 * @param taskPatience how long a change of a task that the engine is busy with is tried again; a
 *     listener that is tried again twice takes over five seconds
 */
@ConfigurationProperties("candor.process")
record ProcessSettings(
    @DefaultValue("true") boolean deploy,
    @DefaultValue("30d") Duration messageTimeToLive,
    @DefaultValue("1s") Duration outboxInterval,
    @DefaultValue("250ms") Duration firstRetry,
    @DefaultValue("30s") Duration lastRetry,
    @DefaultValue("8s") Duration taskPatience) {}

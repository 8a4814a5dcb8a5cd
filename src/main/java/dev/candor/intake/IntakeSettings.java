package dev.candor.intake;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a flag may hold.
 *
 * @param earliestReceived requests received before that day are taken for a slip of the pen
 * @param longestAsk in characters
 * @param flagsPerHour of one person: more is a program that went wrong, or somebody who hides one
 *     request among many
 */
@ConfigurationProperties("candor.intake")
public record IntakeSettings(
    @DefaultValue("2016-01-01") LocalDate earliestReceived,
    @DefaultValue("20000") int longestAsk,
    @DefaultValue("60") long flagsPerHour) {}

package dev.candor.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of what comes in.
 *
 * @param maxBody the largest request body; larger ones are answered with 413
 * @param maxUpload the same where files are sent ({@code multipart/form-data})
 */
@ConfigurationProperties("candor.web")
public record WebSettings(
    @DefaultValue("512KB") DataSize maxBody, @DefaultValue("4MB") DataSize maxUpload) {}

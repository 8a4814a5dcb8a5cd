package dev.candor.studio;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For development.
 *
 * @param folder whose files are deployed whenever they change; none is watched when absent
 */
@ConfigurationProperties("candor.studio")
public record StudioSettings(@Nullable Path folder) {}

package dev.candor.attachments;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How attachments are kept.
 *
 * @param folder where their sealed files are; below the data directory if none is named
 * @param keyFile the keys that seal them; made below the data directory if none is named
 * @param largest one file
 * @param most files on one case
 * @param leftOver how old a file without a row must be to be swept at start: younger ones may be
 *     another service's that is just writing them
 */
@ConfigurationProperties("candor.attachments")
public record AttachmentSettings(
    @Nullable Path folder,
    @Nullable Path keyFile,
    @DefaultValue("25MB") DataSize largest,
    @DefaultValue("200") int most,
    @DefaultValue("1h") Duration leftOver) {}

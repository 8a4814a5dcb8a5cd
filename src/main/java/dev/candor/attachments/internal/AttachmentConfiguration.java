package dev.candor.attachments.internal;

import dev.candor.access.Acting;
import dev.candor.attachments.AttachmentSettings;
import dev.candor.attachments.SealedKeys;
import dev.candor.attachments.Sealing;
import dev.candor.web.RoomFor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Folder and keys, and what a start does with them. */
@Configuration(proxyBeanMethods = false)
class AttachmentConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentConfiguration.class);

  @Bean
  SealedFiles sealedFiles(
      AttachmentSettings settings, @Value("${candor.data-dir:data}") Path data) {
    var folder = settings.folder();
    return new SealedFiles(folder == null ? data.resolve("attachments") : folder);
  }

  @Bean
  CurrentKeys currentKeys(
      AttachmentSettings settings, @Value("${candor.data-dir:data}") Path data) {
    return new CurrentKeys(KeyFile.of(settings.keyFile(), data));
  }

  @Bean
  SealedKeys keysOfAttachments(JdbcClient jdbc) {
    return new SealedKeys(jdbc, "attachment");
  }

  /** Beside the file there is what a form sends with it. */
  @Bean
  static RoomFor attachmentsNeedRoom(AttachmentSettings settings) {
    return new RoomFor("/attachments", settings.largest().toBytes() + 64 * 1024);
  }

  @Bean
  ApplicationRunner keepAttachmentsInOrder(
      CurrentKeys keys,
      List<SealedKeys> sealedKeys,
      AttachmentTable table,
      SealedFiles files,
      AttachmentSettings settings,
      Clock clock) {
    return arguments -> {
      keys.finishRotation(sealedKeys);
      sweep(table, files, settings, clock);
    };
  }

  private static void sweep(
      AttachmentTable table, SealedFiles files, AttachmentSettings settings, Clock clock)
      throws IOException {
    var before = clock.instant().minus(settings.leftOver());
    var swept =
        Acting.<Integer, IOException>asService(
            Sealing.KEEPER, () -> files.sweep(before, table::exists));
    if (swept > 0) {
      LOG.info("{} files that no case has were left over by a crash, and are deleted", swept);
    }
  }
}

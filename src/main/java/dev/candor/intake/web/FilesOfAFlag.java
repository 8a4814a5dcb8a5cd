package dev.candor.intake.web;

import dev.candor.access.Person;
import dev.candor.attachments.Attachment;
import dev.candor.attachments.AttachmentSettings;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.NotTaken;
import dev.candor.cases.CaseReference;
import dev.candor.web.RefusedByRule;
import dev.candor.web.RoomFor;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that come with a flag: attached to its case as any other. A form that is sent once more
 * flags nothing, and attaches nothing that it attached before.
 */
@Component
class FilesOfAFlag {

  /** Beside the files there is what the form asks for. */
  private static final long WORDS = 512 * 1024;

  private final Attachments attachments;
  private final AttachmentSettings settings;
  private final DataSize together;

  FilesOfAFlag(
      Attachments attachments,
      AttachmentSettings settings,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize together) {
    this.attachments = attachments;
    this.settings = settings;
    this.together = together;
  }

  @Bean
  static RoomFor filesOfAFlagNeedRoom(
      @Value("${spring.servlet.multipart.max-request-size}") DataSize together) {
    return new RoomFor("/flags/new", together.toBytes());
  }

  /**
   * @param attached how many
   * @param refused what was not taken, and why
   */
  public record Kept(int attached, List<Refused> refused) implements Serializable {}

  public record Refused(String name, String reason) implements Serializable {}

  long largest() {
    return settings.largest().toBytes();
  }

  /** Of all files together. */
  long room() {
    return together.toBytes() - WORDS;
  }

  static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
    return files == null
        ? List.of()
        : files.stream().filter(file -> !name(file).isEmpty()).toList();
  }

  Kept attach(CaseReference reference, Person by, List<MultipartFile> files) {
    var refused = new ArrayList<Refused>();
    var before = files.isEmpty() ? List.<String>of() : hashes(reference, by);
    for (var file : files) {
      try {
        if (!before.contains(hash(file))) {
          add(reference, by, file);
        }
      } catch (NotTaken | RefusedByRule reason) {
        refused.add(new Refused(name(file), Objects.toString(reason.getMessage())));
      } catch (IOException away) {
        throw new UncheckedIOException(away);
      }
    }
    return new Kept(files.size() - refused.size(), refused);
  }

  private void add(CaseReference reference, Person by, MultipartFile file) throws IOException {
    try (var content = file.getInputStream()) {
      attachments.add(reference, by, name(file), content);
    }
  }

  private List<String> hashes(CaseReference reference, Person by) {
    return attachments.of(reference, by).stream().map(Attachment::sha256).toList();
  }

  private static String hash(MultipartFile file) throws IOException {
    try (var content = file.getInputStream()) {
      return DigestUtils.sha256Hex(content);
    }
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }
}

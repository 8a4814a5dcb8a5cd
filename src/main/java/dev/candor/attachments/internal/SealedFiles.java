package dev.candor.attachments.internal;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of files, each sealed with a key of its own (Tink's AES-GCM-HKDF streams): read and
 * written in segments of 64 KB, so that neither takes more memory, and each segment is known to be
 * the one that was written there.
 */
final class SealedFiles {

  private static final Logger LOG = LoggerFactory.getLogger(SealedFiles.class);
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT = 64 * 1024;
  private static final String UNFINISHED = ".part";

  private final Path folder;

  SealedFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes what a stream is sealed to. */
  @FunctionalInterface
  interface Filling<T> {
    T fill(OutputStream file) throws IOException;
  }

  static byte[] newKey() {
    return Randomness.bytes(KEY_BYTES);
  }

  /**
   * Nothing is left when the filling fails. What is written has no place yet: see {@link #keep}.
   */
  <T> T write(UUID id, byte[] key, Filling<T> filling) throws IOException {
    var file = unfinished(id);
    Files.createDirectories(file.getParent());
    try {
      try (var channel =
          FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        // Not closed by the stream, so that what it wrote last can be forced to the disk.
        T result;
        try (var sealed = streaming(key).newEncryptingStream(notClosing(channel), about(id))) {
          result = filling.fill(sealed);
        }
        channel.force(true);
        return result;
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("The file cannot be sealed", e);
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  /** What was written and is not kept yet. */
  InputStream readUnfinished(UUID id, byte[] key) throws IOException {
    return open(unfinished(id), id, key);
  }

  InputStream read(UUID id, byte[] key) throws IOException {
    return open(place(id), id, key);
  }

  /** From now on it has its place. */
  void keep(UUID id) throws IOException {
    var place = place(id);
    Files.move(unfinished(id), place, StandardCopyOption.ATOMIC_MOVE);
    try (var directory = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /** Wherever it is; nothing happens when it is gone. */
  void delete(UUID id) throws IOException {
    Files.deleteIfExists(unfinished(id));
    Files.deleteIfExists(place(id));
  }

  /**
   * Deletes files that nothing points to.
   *
   * @param before younger files stay, because somebody may be writing them
   * @param known which are pointed to
   * @return how many were deleted
   */
  int sweep(Instant before, Predicate<UUID> known) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    var swept = 0;
    try (var files = Files.walk(folder)) {
      for (var file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (isLeftOver(file, before, known)) {
          Files.deleteIfExists(file);
          swept++;
        }
      }
    }
    return swept;
  }

  private static boolean isLeftOver(Path file, Instant before, Predicate<UUID> known)
      throws IOException {
    try {
      if (!Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
        return false;
      }
      var name = file.getFileName().toString();
      return name.endsWith(UNFINISHED) || !known.test(UUID.fromString(name));
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    } catch (IllegalArgumentException notOurs) {
      LOG.warn("{} is no attachment and stays", file);
      return false;
    }
  }

  private static InputStream open(Path file, UUID id, byte[] key) throws IOException {
    var sealed = Files.newInputStream(file);
    try {
      return streaming(key).newDecryptingStream(sealed, about(id));
    } catch (GeneralSecurityException e) {
      sealed.close();
      throw new IOException("The file cannot be opened", e);
    }
  }

  private static AesGcmHkdfStreaming streaming(byte[] key) throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
  }

  private static OutputStream notClosing(FileChannel channel) {
    var out = Channels.newOutputStream(channel);
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        out.write(b);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }
    };
  }

  private Path place(UUID id) {
    return folder.resolve(id.toString().substring(0, 2)).resolve(id.toString());
  }

  private Path unfinished(UUID id) {
    return place(id).resolveSibling(id + UNFINISHED);
  }

  private static byte[] about(UUID id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }
}

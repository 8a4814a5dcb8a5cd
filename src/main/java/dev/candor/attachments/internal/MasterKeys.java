package dev.candor.attachments.internal;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys that seal the keys of files, numbered, in a file that only its owner can read: a line
 * {@code number=base64} each. The last one seals; the others open what was sealed before they were
 * replaced.
 */
final class MasterKeys {

  private static final int KEY_BYTES = 32;

  private final TreeMap<Integer, byte[]> keys;

  private MasterKeys(TreeMap<Integer, byte[]> keys) {
    this.keys = keys;
  }

  /** Reads them; makes the first where there is no file. */
  static MasterKeys in(Path file) {
    try {
      if (!Files.exists(file)) {
        write(file, Map.of(1, Randomness.bytes(KEY_BYTES)));
      }
      return new MasterKeys(read(file));
    } catch (IOException e) {
      throw new UncheckedIOException("The key of attachments %s".formatted(file), e);
    }
  }

  /**
   * Adds a key, which seals from the next start on; that start seals the keys of all files with it.
   *
   * @return its number
   */
  static int rotate(Path file) {
    var keys = in(file).keys;
    var number = keys.lastKey() + 1;
    keys.put(number, Randomness.bytes(KEY_BYTES));
    replace(file, keys);
    return number;
  }

  /** Forgets all but the newest. */
  MasterKeys retire(Path file) {
    var newest = new TreeMap<>(keys.tailMap(keys.lastKey(), true));
    replace(file, newest);
    return new MasterKeys(newest);
  }

  int newest() {
    return keys.lastKey();
  }

  boolean hasOlder() {
    return keys.size() > 1;
  }

  /**
   * @param about what the key belongs to; it opens for that only
   */
  byte[] seal(byte[] key, String about) {
    try {
      return new AesGcmJce(keys.lastEntry().getValue()).encrypt(key, bytes(about));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key cannot be sealed", e);
    }
  }

  /**
   * @throws IOException when no key of that number opens it
   */
  byte[] open(byte[] sealed, int number, String about) throws IOException {
    var key = keys.get(number);
    if (key == null) {
      throw new IOException("Sealed with key %d, which is not in the file".formatted(number));
    }
    try {
      return new AesGcmJce(key).decrypt(sealed, bytes(about));
    } catch (GeneralSecurityException e) {
      throw new IOException("Not sealed with key %d".formatted(number), e);
    }
  }

  private static TreeMap<Integer, byte[]> read(Path file) throws IOException {
    var keys = new TreeMap<Integer, byte[]>();
    for (var line : Files.readAllLines(file)) {
      var parts = line.split("=", 2);
      try {
        keys.put(Integer.valueOf(parts[0]), Base64.getDecoder().decode(parts[1]));
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new IOException("A line that is no key");
      }
    }
    if (keys.isEmpty()) {
      throw new IOException("There is no key in it");
    }
    return keys;
  }

  private static void replace(Path file, Map<Integer, byte[]> keys) {
    try {
      write(file, keys);
    } catch (IOException e) {
      throw new UncheckedIOException("The key of attachments %s".formatted(file), e);
    }
  }

  /** Beside its place first: a crash leaves the old keys or the new ones. */
  private static void write(Path file, Map<Integer, byte[]> keys) throws IOException {
    var folder = Files.createDirectories(file.toAbsolutePath().getParent());
    var text = new StringBuilder();
    new TreeMap<>(keys)
        .forEach(
            (number, key) ->
                text.append(number)
                    .append('=')
                    .append(Base64.getEncoder().encodeToString(key))
                    .append('\n'));
    var fresh =
        Files.createTempFile(
            folder,
            "key",
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

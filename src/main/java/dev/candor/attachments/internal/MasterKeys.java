package dev.candor.attachments.internal;

import dev.candor.access.SecretFile;
import dev.candor.attachments.BrokenSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The keys that seal the keys of files and drafts, numbered, in a file that only its owner can
 * read: a line {@code number=base64} each. The last one seals; the others open what was sealed
 * before they were replaced.
 */
final class MasterKeys {

  private final TreeMap<Integer, byte[]> keys;

  private MasterKeys(TreeMap<Integer, byte[]> keys) {
    this.keys = keys;
  }

  /** Reads them; makes the first where there is no file. */
  static MasterKeys in(Path file) {
    try {
      return new MasterKeys(
          read(SecretFile.read(file, () -> text(Map.of(1, Randomness.bytes(AesGcm.KEY_BYTES))))));
    } catch (IOException e) {
      throw new UncheckedIOException("The key of attachments %s".formatted(file), e);
    }
  }

  /**
   * Adds a key, which seals from the next start on; that start seals all keys with it.
   *
   * @return its number
   */
  static int rotate(Path file) {
    var keys = in(file).keys;
    var number = keys.lastKey() + 1;
    keys.put(number, Randomness.bytes(AesGcm.KEY_BYTES));
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
    return AesGcm.seal(keys.lastEntry().getValue(), key, about);
  }

  /**
   * @throws BrokenSeal when no key of that number opens it
   */
  byte[] open(byte[] sealed, int number, String about) throws BrokenSeal {
    var key = keys.get(number);
    if (key == null) {
      throw new BrokenSeal("Sealed with key %d, which is not in the file".formatted(number));
    }
    return AesGcm.open(key, sealed, about);
  }

  private static TreeMap<Integer, byte[]> read(String text) throws IOException {
    var keys = new TreeMap<Integer, byte[]>();
    for (var line : text.lines().toList()) {
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
      SecretFile.replace(file, text(keys));
    } catch (IOException e) {
      throw new UncheckedIOException("The key of attachments %s".formatted(file), e);
    }
  }

  private static String text(Map<Integer, byte[]> keys) {
    return new TreeMap<>(keys)
        .entrySet().stream()
            .map(key -> key.getKey() + "=" + Base64.getEncoder().encodeToString(key.getValue()))
            .collect(Collectors.joining("\n", "", "\n"));
  }
}

package dev.candor.attachments.internal;

import dev.candor.attachments.NotTaken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What was copied.
 *
 * @param size in bytes
 * @param sha256 in hex
 */
record Measured(long size, String sha256) {

  private static final int CHUNK = 64 * 1024;

  /**
   * @throws NotTaken when there is more than {@code most} bytes of it
   */
  static Measured copy(InputStream from, OutputStream to, long most) throws IOException {
    var digest = DigestUtils.getSha256Digest();
    var chunk = new byte[CHUNK];
    var size = 0L;
    for (var read = from.read(chunk); read >= 0; read = from.read(chunk)) {
      size += read;
      if (size > most) {
        throw NotTaken.tooLarge(most);
      }
      digest.update(chunk, 0, read);
      to.write(chunk, 0, read);
    }
    return new Measured(size, HexFormat.of().formatHex(digest.digest()));
  }
}

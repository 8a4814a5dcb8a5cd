package dev.candor.attachments.internal;

import dev.candor.attachments.NotTaken;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file on its way to us: where it breaks off is not a failure of ours. */
final class ArrivingFile extends FilterInputStream {

  ArrivingFile(InputStream content) {
    super(content);
  }

  @Override
  public int read() {
    try {
      return super.read();
    } catch (IOException brokenOff) {
      throw brokenOff();
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      return super.read(bytes, offset, length);
    } catch (IOException brokenOff) {
      throw brokenOff();
    }
  }

  private static NotTaken brokenOff() {
    return NotTaken.because("It did not arrive to its end");
  }
}

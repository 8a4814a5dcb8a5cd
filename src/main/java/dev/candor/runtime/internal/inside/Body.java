package dev.candor.runtime.internal.inside;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;

/** Takes in a request's body whole. */
final class Body implements DataStreamChannel {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean isWhole;

  boolean isWhole() {
    return isWhole;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  @Override
  public int write(ByteBuffer more) {
    byte[] chunk = new byte[more.remaining()];
    more.get(chunk);
    bytes.writeBytes(chunk);
    return chunk.length;
  }

  @Override
  public void endStream() {
    isWhole = true;
  }

  @Override
  public void endStream(List<? extends Header> trailers) {
    isWhole = true;
  }

  /** Whoever produces is asked until all is there. */
  @Override
  public void requestOutput() {}
}

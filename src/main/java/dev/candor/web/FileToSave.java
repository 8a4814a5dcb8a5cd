package dev.candor.web;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer for the browser to save, never to show as a page of ours. It is written by the thread
 * that was called, so that it may take as long as it needs; what fails before the first byte is
 * answered like any failure, what fails after it breaks the connection, so that nobody takes a part
 * for the whole.
 *
 * @param name what it is to be saved as
 * @param mediaType with its charset, where it has one
 * @param size in bytes; null where only writing it will tell
 */
public record FileToSave(String name, String mediaType, @Nullable Long size, Content content) {

  /** One whose size is not known before. */
  public FileToSave(String name, String mediaType, Content content) {
    this(name, mediaType, null, content);
  }

  /** One that is whole already. */
  public static FileToSave of(String name, String mediaType, byte[] whole) {
    return new FileToSave(name, mediaType, (long) whole.length, out -> out.write(whole));
  }

  /** What is in it. */
  @FunctionalInterface
  public interface Content {

    /**
     * @param out is not to be closed
     */
    void writeTo(OutputStream out) throws IOException;
  }
}

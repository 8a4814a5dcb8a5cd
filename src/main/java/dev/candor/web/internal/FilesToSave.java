package dev.candor.web.internal;

import dev.candor.web.FileToSave;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/** Writes {@link FileToSave}s, whatever the caller said to accept. */
@Component
class FilesToSave extends AbstractHttpMessageConverter<FileToSave> {

  private static final Logger LOG = LoggerFactory.getLogger(FilesToSave.class);

  FilesToSave() {
    super(MediaType.ALL);
  }

  @Override
  protected boolean supports(Class<?> type) {
    return type == FileToSave.class;
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  protected FileToSave readInternal(Class<? extends FileToSave> type, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("Files are only sent", message);
  }

  @Override
  protected void addDefaultHeaders(
      HttpHeaders headers, FileToSave file, @Nullable MediaType accepted) {
    headers.setContentType(MediaType.parseMediaType(file.mediaType()));
    headers.setCacheControl(CacheControl.noStore());
    headers.set("X-Content-Type-Options", "nosniff");
    headers.setContentDisposition(toSaveAs(file.name()));
    if (file.size() != null) {
      headers.setContentLength(file.size());
    }
  }

  /** Old clients get on best with a plain name, where it is one. */
  private static ContentDisposition toSaveAs(String name) {
    var attachment = ContentDisposition.attachment();
    return StandardCharsets.US_ASCII.newEncoder().canEncode(name)
        ? attachment.filename(name).build()
        : attachment.filename(name, StandardCharsets.UTF_8).build();
  }

  @Override
  protected void writeInternal(FileToSave file, HttpOutputMessage answer) throws IOException {
    var body = new BodyOnceNeeded(answer);
    try {
      file.content().writeTo(body);
      body.flush();
    } catch (IOException | RuntimeException failure) {
      if (!body.callerHungUp) {
        throw failure;
      }
      LOG.debug("The caller hung up before the file was written");
    }
  }

  /** Asking for the body sends the headers, and those of a file are wrong for a refusal. */
  private static final class BodyOnceNeeded extends OutputStream {

    private final HttpOutputMessage answer;
    private boolean callerHungUp;

    BodyOnceNeeded(HttpOutputMessage answer) {
      this.answer = answer;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      send(body -> body.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
      send(OutputStream::flush);
    }

    /** What fails where the content comes from is trouble of ours, even where it looks the same. */
    private void send(FileToSave.Content part) throws IOException {
      try {
        part.writeTo(answer.getBody());
      } catch (IOException failure) {
        callerHungUp = DisconnectedClientHelper.isClientDisconnectedException(failure);
        throw failure;
      }
    }

    /** The next call on this connection still needs it. */
    @Override
    public void close() throws IOException {
      flush();
    }
  }
}

package dev.candor.web.internal;

import dev.candor.web.RoomFor;
import dev.candor.web.WebSettings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit before anybody reads them: by their declared length, and by
 * counting when none is declared. Comes before security, whose CSRF check would read a form's body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class BodyLimit extends OncePerRequestFilter {

  private final WebSettings settings;
  private final List<RoomFor> rooms;

  BodyLimit(WebSettings settings, List<RoomFor> rooms) {
    this.settings = settings;
    this.rooms = rooms;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var maxBytes = limitFor(request);
    if (request.getContentLengthLong() > maxBytes) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else if (request.getContentLengthLong() < 0) {
      chain.doFilter(new Counted(request, maxBytes), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private long limitFor(HttpServletRequest request) {
    for (var room : rooms) {
      if (request.getRequestURI().endsWith(room.pathEnding())) {
        return room.most();
      }
    }
    var type = request.getContentType();
    var files = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE);
    return (files ? settings.maxUpload() : settings.maxBody()).toBytes();
  }

  /** The body was longer than allowed, which nobody could know before reading it. */
  static class BodyTooLarge extends IOException {
    BodyTooLarge() {
      super("The body is too large");
    }
  }

  private static final class Counted extends HttpServletRequestWrapper {

    private final long maxBytes;

    Counted(HttpServletRequest request, long maxBytes) {
      super(request);
      this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream(), maxBytes);
    }
  }

  private static final class CountedStream extends ServletInputStream {

    private final ServletInputStream source;
    private final long maxBytes;
    private long count;

    CountedStream(ServletInputStream source, long maxBytes) {
      this.source = source;
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int read = source.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = source.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) throws BodyTooLarge {
      count += more;
      if (count > maxBytes) {
        throw new BodyTooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return source.isFinished();
    }

    @Override
    public boolean isReady() {
      return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      source.setReadListener(listener);
    }
  }
}

package dev.candor.runtime.internal.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpData;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Multipart bodies, read in memory: the in-memory runtime touches no file. */
final class Multipart {

  private Multipart() {}

  static List<Part> read(String contentType, byte[] body) {
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    try {
      return read(new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request));
    } catch (HttpPostRequestDecoder.ErrorDataDecoderException e) {
      throw Problem.invalid("The multipart body cannot be read");
    } finally {
      request.release();
    }
  }

  private static List<Part> read(HttpPostMultipartRequestDecoder decoder) {
    try {
      List<Part> parts = new ArrayList<>();
      for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
        if (data instanceof HttpData content) {
          String file = data instanceof FileUpload upload ? upload.getFilename() : null;
          parts.add(new Part(data.getName(), file, content.get()));
        }
      }
      return parts;
    } catch (IOException e) {
      throw Problem.invalid("The multipart body cannot be read");
    } finally {
      decoder.destroy();
    }
  }
}

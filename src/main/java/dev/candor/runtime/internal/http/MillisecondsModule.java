package dev.candor.runtime.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes every instant with three digits of a second, so that texts sort as times do. */
final class MillisecondsModule extends SimpleModule {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  MillisecondsModule() {
    addSerializer(
        Instant.class,
        new JsonSerializer<>() {
          @Override
          public void serialize(Instant at, JsonGenerator json, SerializerProvider any)
              throws IOException {
            json.writeString(FORMAT.format(at));
          }
        });
  }
}

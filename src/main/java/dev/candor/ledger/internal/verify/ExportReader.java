package dev.candor.ledger.internal.verify;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.candor.ledger.internal.Exporting;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads an export from its beginning to its end without holding more than an entry of it. */
final class ExportReader implements Closeable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final ObjectReader ENTRY = JSON.readerFor(ExportEntry.class);

  private final JsonParser parser;
  private String key = "";
  private String head = "";
  private final List<String> heads = new ArrayList<>();

  /**
   * Reads up to the entries.
   *
   * @throws NotAnExport when it is none
   */
  ExportReader(InputStream in) throws IOException {
    parser = JSON.createParser(in);
    expect(parser.nextToken() == JsonToken.START_OBJECT);
    expect("format".equals(parser.nextFieldName()));
    expect(Exporting.FORMAT.equals(parser.nextTextValue()));
    for (String field = parser.nextFieldName();
        !"entries".equals(field);
        field = parser.nextFieldName()) {
      expect(field != null);
      read(field);
    }
    expect(parser.nextToken() == JsonToken.START_ARRAY);
  }

  String key() {
    return key;
  }

  String head() {
    return head;
  }

  /** All heads that were given out, the smallest first. */
  List<String> heads() {
    return heads;
  }

  void forEachEntry(Consumer<ExportEntry> action) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      action.accept(ENTRY.readValue(parser));
    }
    expect(parser.currentToken() == JsonToken.END_ARRAY);
    expect(parser.nextToken() == JsonToken.END_OBJECT);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private void read(String field) throws IOException {
    switch (field) {
      case "key" -> key = text();
      case "head" -> head = text();
      case "heads" -> {
        expect(parser.nextToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
          heads.add(parser.getText());
        }
      }
      default -> throw new NotAnExport("It has a field that none of this format has");
    }
  }

  private String text() throws IOException {
    String text = parser.nextTextValue();
    expect(text != null);
    return text;
  }

  private static void expect(boolean isSo) {
    if (!isSo) {
      throw new NotAnExport("It is not of the form " + Exporting.FORMAT);
    }
  }

  /** This is no export of a ledger. */
  static final class NotAnExport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotAnExport(String message) {
      super(message);
    }
  }
}

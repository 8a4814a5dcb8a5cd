package dev.candor.insight.internal;

import static dev.candor.insight.internal.EventsToExport.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.fge.jsonschema.main.JsonSchema;
import com.github.fge.jsonschema.main.JsonSchemaFactory;
import dev.candor.insight.internal.ExportedEvents.Event;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/** Files for process-mining tools beside the schemas of what they are files of. */
class ExportedFilesAndStandardsTests {

  private static final Schema XES = xes();
  private static final JsonSchema OCEL = ocel();

  @Test
  void shouldWriteXesAsItsSchemaHasIt() {
    assertThatCode(() -> validate(written(XesFile::new, events()))).doesNotThrowAnyException();
    assertThatCode(() -> validate(written(XesFile::new, List.of()))).doesNotThrowAnyException();
  }

  /** That the schema finds what is wrong: each of these is one thing changed in a good file. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "xes.version=\"1849.2016\" | xes.version=\"1849-2016\"",
        " xmlns=\"http://www.xes-standard.org/\" | ''",
        "<classifier name=\"Activity\" | <classifier",
        "scope=\"event\" | scope=\"case\"",
        "T09:00:00Z | 09:00",
        "<int key=\"candor:version\" value=\"1\" | <int key=\"candor:version\" value=\"one\"",
        "key=\"concept:instance\" | key=\"concept:name\"",
        "<string key=\"candor:kind\" | <words key=\"candor:kind\"",
        "key=\"candor:desk\" | ''"
      })
  void shouldFindWhatIsNoXes(String good, String bad) {
    var file = written(XesFile::new, events());
    assertThat(file).contains(good);

    assertThatThrownBy(() -> validate(file.replace(good, bad))).isInstanceOf(SAXException.class);
  }

  @Test
  void shouldWriteOcelAsItsSchemaHasIt() throws Exception {
    assertThat(faults(written(OcelFile::new, events()))).isEmpty();
    assertThat(faults(written(OcelFile::new, List.of()))).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"objectTypes\" | \"ocel:objectTypes\"",
        "\"objectId\" | \"object\"",
        "\"type\":\"time\" | \"type\":\"date\"",
        "T11:00:00Z\" | \"",
        "\"value\":\"OTHER\" | \"value\":null"
      })
  void shouldFindWhatIsNoOcel(String good, String bad) throws Exception {
    var file = written(OcelFile::new, events());
    assertThat(file).contains(good);

    assertThat(faults(file.replace(good, bad))).isNotEmpty();
  }

  private static List<Event> events() {
    return List.of(
        event("SR-2026-00001", 1, "Review & <request>", "09:00", "11:00"),
        event("SR-2026-00001", 2, "Décider", "11:00", "12:00"),
        event("SR-2026-00002", 3, "Review & <request>", "10:00", "10:30"));
  }

  private static String written(
      Function<ByteArrayOutputStream, ExportedEvents> file, List<Event> events) {
    var out = new ByteArrayOutputStream();
    var written = file.apply(out);
    events.forEach(written::add);
    written.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static void validate(String file) throws SAXException, IOException {
    XES.newValidator().validate(new StreamSource(new StringReader(file)));
  }

  private static Iterable<?> faults(String file) throws Exception {
    JsonNode tree = new JsonMapper().readTree(file);
    return OCEL.validate(tree);
  }

  private static Schema xes() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(resource("xes-1849-2016.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonSchema ocel() {
    try {
      return JsonSchemaFactory.byDefault()
          .getJsonSchema(new JsonMapper().readTree(resource("ocel-2.0.json")));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(
        ExportedFilesAndStandardsTests.class.getResource("/standards/" + name), name);
  }
}

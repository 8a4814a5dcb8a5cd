package dev.candor.processes;

import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What process owners own, read from its folder. */
final class ProcessFiles {

  static final Path FOLDER = Path.of("processes");

  private static final Duration FOR_A_BUSY_MACHINE = Duration.ofMinutes(1);

  private ProcessFiles() {}

  /** The files of one kind ({@code bpmn}, {@code dmn}, {@code form}), by name. */
  static List<Path> ofKind(String kind) {
    try (var files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith("." + kind)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them as one set, as the service does. */
  static void deploy(CamundaClient camunda) {
    deploy(camunda, Map.of());
  }

  /**
   * @param instead texts for some of them, by the files' names
   */
  static void deploy(CamundaClient camunda, Map<String, String> instead) {
    var deployment = camunda.newDeployResourceCommand();
    Stream.of("bpmn", "dmn", "form")
        .flatMap(kind -> ofKind(kind).stream())
        .map(
            file -> {
              var name = file.getFileName().toString();
              return deployment.addResourceStringUtf8(instead.getOrDefault(name, text(file)), name);
            })
        .reduce((first, last) -> last)
        .orElseThrow()
        .requestTimeout(FOR_A_BUSY_MACHINE)
        .send()
        .join();
  }

  /** Its text. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document xml(Path file) {
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(file + " is not XML", e);
    }
  }

  static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}

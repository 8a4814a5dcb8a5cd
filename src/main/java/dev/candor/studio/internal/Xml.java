package dev.candor.studio.internal;

import dev.candor.process.FileSet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** XML that strangers wrote: nothing outside of the text is looked at. */
final class Xml {

  private Xml() {}

  /**
   * @throws Unreadable when it is not XML
   */
  static Element read(String text) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(text))).getDocumentElement();
    } catch (SAXParseException e) {
      throw new Unreadable("at line " + e.getLineNumber());
    } catch (SAXException e) {
      throw new Unreadable("anywhere");
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a set; absent where it is not there, or is not XML. */
  static Optional<Element> readable(FileSet set, String file) {
    if (!set.names().contains(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(read(set.text(file)));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  /** The elements below, in the order of the text. */
  static List<Element> below(Element parent, String localName) {
    var found = parent.getElementsByTagNameNS("*", localName);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  static List<Element> children(Element parent) {
    var nodes = parent.getChildNodes();
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
        .map(Element.class::cast)
        .toList();
  }

  static final class Unreadable extends RuntimeException {
    Unreadable(String where) {
      super(where);
    }
  }
}

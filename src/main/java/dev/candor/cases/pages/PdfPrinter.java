package dev.candor.cases.pages;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;

/**
 * Prints well-formed XHTML as PDF, with the font that PDFBox brings embedded: Latin, Greek and
 * Cyrillic. Nothing is fetched from anywhere.
 */
@Component
class PdfPrinter {

  private static final String FAMILY = "Liberation Sans";
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  PdfPrinter() {
    // It would tell the log of words that it has no glyph for.
    XRLog.setLoggingEnabled(false);
  }

  byte[] print(String xhtml) {
    var pdf = new ByteArrayOutputStream();
    var builder = new PdfRendererBuilder();
    builder.withHtmlContent(xhtml, null);
    builder.useUriResolver((base, address) -> null);
    builder.useFont(PdfPrinter::font, FAMILY, 400, FontStyle.NORMAL, true);
    builder.toStream(pdf);
    try {
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  private static InputStream font() {
    return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
  }
}

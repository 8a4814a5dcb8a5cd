package dev.candor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class StartTests {

  /** JVM specification, table 4.1-A: the class file version of Java 17. */
  private static final int JAVA_17 = 61;

  @Test
  void shouldBeReadableByAJavaThatIsTooOldToRunTheRest() throws IOException {
    assertThat(classFileVersion(Start.class)).isEqualTo(JAVA_17);
    assertThat(classFileVersion(CandorApplication.class)).isGreaterThan(JAVA_17);
  }

  private static int classFileVersion(Class<?> type) throws IOException {
    try (var bytes =
        new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
      bytes.skipNBytes(6); // magic number and minor version
      return bytes.readUnsignedShort();
    }
  }
}

package dev.candor.attachments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A name is shown, saved and written into headers: what would deceive there is not in it. */
class FileNamesTests {

  /** Columns: what it is, as sent, as kept. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "turns the direction of writing round, exe.\u202Etxt, exe.txt",
    "has no width, pay\u200Bload.pdf, payload.pdf",
    "begins another header, 'a.txt\r\nX-Injected: yes', a.txtX-Injected: yes",
    "breaks a line, a\u2028b.txt, ab.txt",
    "is half a character, a\uD800b.txt, ab.txt"
  })
  void shouldLeaveOutWhatDeceives(String what, String sent, String kept) {
    assertThat(FileNames.clean(sent)).isEqualTo(kept);
  }
}

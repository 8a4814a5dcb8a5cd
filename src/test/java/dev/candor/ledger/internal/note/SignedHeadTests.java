package dev.candor.ledger.internal.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.candor.ledger.internal.merkle.TreeHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedHeadTests {

  /** The example of golang.org/x/mod/sumdb/note and of C2SP's signed note. */
  private static final String KNOWN_KEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  private static final String KNOWN_NOTE =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
      """;

  @TempDir Path folder;

  @Test
  void shouldReadAKeyAsOthersWriteIt() {
    assertThat(PublicKeyLine.parse(KNOWN_KEY)).hasToString(KNOWN_KEY);
  }

  @Test
  void shouldAcceptASignatureThatOthersMade() {
    var key = PublicKeyLine.parse(KNOWN_KEY);

    // Signed, but no head: it is the text that is refused, not the signature.
    assertThatExceptionOfType(NotASignedHead.class)
        .isThrownBy(() -> SignedHead.read(KNOWN_NOTE, key))
        .withMessage("The head has no origin, size and root");
    assertThatExceptionOfType(NotASignedHead.class)
        .isThrownBy(() -> SignedHead.read(KNOWN_NOTE.replace("answer", "problem"), key))
        .withMessage("The head is not signed by the key PeterNeumann");
  }

  @Test
  void shouldReadWhatItSigned() {
    var key = key("a.pem");
    var head = new TreeHead("test/ledger", 42, TreeHash.empty());

    var note = key.sign(head);

    assertThat(SignedHead.read(note, key.publicKey())).isEqualTo(head);
    assertThat(SignedHead.read(note.replace("\n", "\r\n"), key.publicKey())).isEqualTo(head);
    assertThat(note)
        .startsWith("test/ledger\n42\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n");
  }

  @Test
  void shouldRefuseAHeadThatWasChangedOrSignedByAnother() {
    var key = key("a.pem").publicKey();
    var note = key("a.pem").sign(new TreeHead("test/ledger", 42, TreeHash.empty()));

    assertRefused(note.replace("42", "43"), key);
    assertRefused(note, key("b.pem").publicKey());
    assertRefused(note.substring(0, note.indexOf("\n\n") + 2), key);
    assertRefused("nothing", key);
  }

  @Test
  void shouldHaveTheSameKeyAfterARestartAndKeepItToItself() throws IOException {
    var first = key("a.pem").publicKey();

    assertThat(key("a.pem").publicKey()).hasToString(first.toString());
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a.pem"))))
        .isEqualTo("rw-------");
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void shouldRefuseAKeyWhoseIdIsAnothers() {
    assertThatExceptionOfType(NotASignedHead.class)
        .isThrownBy(() -> PublicKeyLine.parse(KNOWN_KEY.replace("c74f20a3", "c74f20a4")));
    assertThatExceptionOfType(NotASignedHead.class).isThrownBy(() -> PublicKeyLine.parse("key"));
  }

  private static void assertRefused(String note, PublicKeyLine key) {
    assertThatExceptionOfType(NotASignedHead.class).isThrownBy(() -> SignedHead.read(note, key));
  }

  private SigningKey key(String file) {
    return SigningKey.in(folder.resolve(file), "test/ledger");
  }
}

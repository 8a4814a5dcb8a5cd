package dev.candor.ledger.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.candor.ledger.internal.Exporting;
import dev.candor.ledger.internal.merkle.Frontier;
import dev.candor.ledger.internal.merkle.TreeHash;
import dev.candor.ledger.internal.note.SigningKey;
import dev.candor.ledger.internal.note.TreeHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done to an export here is done to the database in {@code TamperedLedgerTests}. */
class VerifyCommandTests {

  private static final int ENTRIES = 40;
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private SigningKey key;
  private ObjectNode export;
  private ArrayNode entries;

  @BeforeEach
  void exportOfFortyEntriesWithAHeadEveryTen() {
    key = SigningKey.in(folder.resolve("key.pem"), "test/ledger");
    export = JSON.createObjectNode();
    export.put("format", Exporting.FORMAT).put("key", key.publicKey().toString());
    export.put("head", "");
    var heads = export.putArray("heads");
    entries = export.putArray("entries");
    var frontier = new Frontier();
    heads.add(key.sign(new TreeHead("test/ledger", 0, frontier.root())));
    for (int i = 0; i < ENTRIES; i++) {
      entries.add(entry(i, "{\"subject\":\"SR-%d\"}".formatted(i)));
      frontier.append(hash(i), (node, hash) -> {});
      if (frontier.size() % 10 == 0) {
        heads.add(key.sign(new TreeHead("test/ledger", frontier.size(), frontier.root())));
      }
    }
    export.set("head", heads.get(heads.size() - 1));
  }

  @Test
  void shouldFindAnExportWhole() {
    assertThat(verify()).isEqualTo(VerifyCommand.WHOLE);
    assertThat(said()).startsWith("Whole: 40 entries fit 5 signed head(s)");
  }

  @Test
  void shouldNameAChangedEntry() {
    change(17, entry -> entry.put("entry", "{\"subject\":\"SR-99\"}"));

    assertTampered("entry 17: was changed");
  }

  @Test
  void shouldFindAnEntryThatWasChangedTogetherWithItsHash() {
    entries.set(17, entry(17, "{\"subject\":\"SR-99\"}"));

    assertTampered("entries 10 to 19: at least one was changed");
  }

  @Test
  void shouldNameARemovedEntry() {
    entries.remove(17);

    assertTampered("entry 17: was removed");
  }

  @Test
  void shouldNameEntriesInAnotherOrder() {
    var moved = entries.remove(17);
    entries.insert(20, moved);

    assertTampered("entry 17: stands where entry 20 belongs");
  }

  @Test
  void shouldFindAnAddedEntry() {
    entries.insert(17, entry(17, "{}"));

    assertTampered("stands where entry 18 belongs");
  }

  @Test
  void shouldNameEntriesThatWereCutOff() {
    for (int i = ENTRIES - 1; i >= 33; i--) {
      entries.remove(i);
    }

    assertTampered("entries 33 to 39: were cut off");
  }

  @Test
  void shouldFindACutThatTookItsHeadsAlongByAHeadThatWasKept() throws IOException {
    var kept = folder.resolve("head.txt");
    Files.writeString(kept, export.get("head").asText());
    for (int i = ENTRIES - 1; i >= 30; i--) {
      entries.remove(i);
    }
    var heads = (ArrayNode) export.get("heads");
    heads.remove(4);
    export.set("head", heads.get(3));

    assertThat(verify()).isEqualTo(VerifyCommand.WHOLE);
    said.reset();
    assertThat(verify("--head", kept.toString())).isEqualTo(VerifyCommand.TAMPERED);
    assertThat(said()).contains("entries 30 to 39: were cut off");
  }

  @Test
  void shouldNotBelieveAHeadOfAnotherKey() {
    var other = SigningKey.in(folder.resolve("other.pem"), "test/ledger");

    assertThat(verify("--key", other.publicKey().toString())).isEqualTo(VerifyCommand.CANNOT_TELL);
    assertThat(said()).contains("not signed by the key");
  }

  @Test
  void shouldSeeThatTwoHeadsContradictEachOther() throws IOException {
    var other = folder.resolve("head.txt");
    Files.writeString(other, key.sign(new TreeHead("test/ledger", 40, TreeHash.empty())));

    assertThat(verify("--head", other.toString())).isEqualTo(VerifyCommand.TAMPERED);
    assertThat(said()).contains("contradict each other");
  }

  @Test
  void shouldFindADisclosureThatIsNotWhatWasWritten() {
    change(
        3,
        entry ->
            entry.putObject("disclosed").putObject("actor").put("salt", "00").put("value", "eve"));

    assertTampered("entry 3: what is disclosed as actor is not what was written");
  }

  @Test
  void shouldSayWhatIsNoExport() throws IOException {
    var file = Files.writeString(folder.resolve("other.json"), "{\"format\":\"else\"}");

    assertThat(VerifyCommand.run(new String[] {file.toString()}, out()))
        .isEqualTo(VerifyCommand.CANNOT_TELL);
    assertThat(said()).contains("It is not of the form candor-ledger-export/1");
    assertThat(VerifyCommand.run(new String[] {}, out())).isEqualTo(VerifyCommand.CANNOT_TELL);
    assertThat(said()).contains("Usage:");
  }

  private void assertTampered(String finding) {
    assertThat(verify()).isEqualTo(VerifyCommand.TAMPERED);
    assertThat(said()).contains(finding, "NOT WHOLE");
  }

  private void change(int index, Consumer<ObjectNode> change) {
    change.accept((ObjectNode) entries.get(index));
  }

  private static ObjectNode entry(int index, String text) {
    var hash = TreeHash.leaf(text.getBytes(StandardCharsets.UTF_8));
    return JSON.createObjectNode()
        .put("index", index)
        .put("hash", HexFormat.of().formatHex(hash))
        .put("entry", text);
  }

  private byte[] hash(int index) {
    return HexFormat.of().parseHex(entries.get(index).get("hash").asText());
  }

  private int verify(String... options) {
    try {
      var file = folder.resolve("export.json");
      JSON.writeValue(file.toFile(), export);
      var arguments = new String[options.length + 1];
      arguments[0] = file.toString();
      System.arraycopy(options, 0, arguments, 1, options.length);
      return VerifyCommand.run(arguments, out());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PrintStream out() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}

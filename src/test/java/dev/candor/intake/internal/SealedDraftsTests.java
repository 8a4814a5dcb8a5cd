package dev.candor.intake.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.access.Acting;
import dev.candor.attachments.RotateAttachmentKey;
import dev.candor.attachments.Sealing;
import dev.candor.intake.DraftsInABrowser;
import dev.candor.intake.internal.DraftSeals.Plain;
import dev.candor.support.AtTheSameMoment;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.context.WebApplicationContext;

/** What lies in the table of drafts opens by the keys of attachments, and by nothing else. */
@CandorTest
class SealedDraftsTests {

  private static final byte[] AN_ARCHIVE = HexFormat.of().parseHex("504b0304");

  @Autowired EveryRow rows;
  @Autowired DraftSeals seals;
  @Autowired FlagDraftTable table;
  @Autowired SealingDraftsOfBefore sealingDraftsOfBefore;
  @Autowired ApplicationRunner keepAttachmentsInOrder;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionOperations transaction;

  @Value("${candor.data-dir}")
  Path data;

  private final DraftsInABrowser browser;
  private final String word = "w" + UUID.randomUUID();
  private DraftRows drafts;

  @Autowired
  SealedDraftsTests(WebApplicationContext web) {
    this.browser = new DraftsInABrowser(web);
  }

  @BeforeEach
  void begin() {
    drafts = new DraftRows(rows, seals);
  }

  @AfterEach
  void leaveNoKeyThatDoesNotOpen() {
    drafts.clear();
  }

  @Test
  void shouldSealWhatAnEarlierVersionKeptEvenByTwoMachinesAndAfterAStop() throws Exception {
    // given
    var before = List.of(ofBefore("ops"), ofBefore("ops"), ofBefore("ops"));
    // when a start stops after the first, and two others go on
    assertThat(Acting.asService(Sealing.KEEPER, table::sealOneOfBefore)).isTrue();
    AtTheSameMoment.doAll(Collections.<Callable<Boolean>>nCopies(2, this::sealTheOthers));
    // then
    for (var id : before) {
      assertThat(drafts.asItLies(id)).doesNotContain(word, inHex(word));
      assertThat(browser.page("ops", address(id))).contains(word);
    }
  }

  @Test
  void shouldOpenAndCompleteADraftAfterTheMasterKeyWasReplaced() throws Exception {
    // given
    var draft = sealed("policy");
    // when
    replaceTheMasterKey();
    // then the old one is gone, and nothing is sealed with it any more
    var key = Files.readAllLines(keyFile());
    assertThat(key).hasSize(1);
    assertThat(tablesWithKeys()).contains("attachment", "flag_draft");
    for (var name : tablesWithKeys()) {
      assertThat(numbersOfKeys(name)).as(name).isSubsetOf(key.getFirst().split("=")[0]);
    }
    // and
    assertThat(browser.page("policy", address(draft))).contains(word);
    var session = new MockHttpSession();
    var reference = browser.send("policy", address(draft), session);
    assertThat(attached(reference)).isOne();
    assertThat(browser.status("policy", address(draft))).isEqualTo(404);
  }

  @Test
  void shouldKeepTheOldMasterKeyWhileThereIsAKeyThatDoesNotOpen() throws Exception {
    // given
    var changed = sealed("policy");
    var other = sealed("policy");
    drafts.change(changed, "sealed_key = '\\x00'");
    // when
    replaceTheMasterKey();
    // then
    assertThat(Files.readAllLines(keyFile())).hasSize(2);
    assertThat(browser.page("policy", address(other))).contains(word);
    // when it is thrown away
    browser.throwAway("policy", address(changed));
    keepAttachmentsInOrder.run(new DefaultApplicationArguments());
    // then
    assertThat(Files.readAllLines(keyFile())).hasSize(1);
    assertThat(browser.page("policy", address(other))).contains(word);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sealed_words = set_byte(sealed_words, 20, get_byte(sealed_words, 20) # 1)",
        "sealed_words = sealed_subject",
        "sealed_key = set_byte(sealed_key, 20, get_byte(sealed_key, 20) # 1)",
        "(sealed_subject, sealed_words, sealed_original, sealed_key) = (select sealed_subject, sealed_words, sealed_original, sealed_key from flag_draft where id = '%s')",
        "key_number = 999",
      })
  void shouldSayThatAChangedDraftDoesNotOpenAndShowTheOthers(String how) {
    // given
    var other = sealed("legal");
    var changed = sealed("legal");
    // when
    drafts.change(changed, how.formatted(other));
    // then
    assertThat(browser.page("legal", address(changed), 500))
        .contains("This draft cannot be opened", "Throw the draft away")
        .doesNotContain(word);
    assertThat(browser.page("legal", address(other))).contains(word);
    assertThat(browser.page("legal", "/flags/new"))
        .contains(address(changed), "A mail that cannot be opened", address(other), word);
    // and
    browser.throwAway("legal", address(changed));
    assertThat(browser.status("legal", address(changed))).isEqualTo(404);
  }

  @Test
  void shouldKeepADraftWhoseMailWasChangedAndSayThatItCouldNotBeAttached() {
    // given
    var draft = sealed("legal");
    drafts.change(
        draft,
        "sealed_original = set_byte(sealed_original, 20, get_byte(sealed_original, 20) # 1)");
    // when
    var session = new MockHttpSession();
    var reference = browser.send("legal", address(draft), session);
    // then
    assertThat(browser.page("legal", "/flags/" + reference + "/thanks", session))
        .contains("what is kept of it cannot be opened", "Its draft is still among");
    assertThat(attached(reference)).isZero();
    assertThat(browser.page("legal", address(draft))).contains(word);
  }

  @Test
  void shouldKeepTheDraftOfAMailThatIsNotTakenAsAnAttachment() {
    // given
    var draft = drafts.sealed("ops", new Plain(word, word, AN_ARCHIVE));
    // when
    var session = new MockHttpSession();
    var reference = browser.send("ops", address(draft), session);
    // then
    assertThat(browser.page("ops", "/flags/" + reference + "/thanks", session))
        .contains("files like it are not taken", "Its draft is still among");
    assertThat(attached(reference)).isZero();
    assertThat(browser.page("ops", "/flags/new")).contains(address(draft));
  }

  @Test
  void shouldRefuseWhatIsNotSealedAndLetTheKeeperChangeKeysOnly() {
    // given
    var draft = sealed("ops");
    // then
    assertThatThrownBy(
            () ->
                as(
                    TakingMails.SERVICE,
                    "insert into flag_draft (id, person, message_id, taken_at, words) values (gen_random_uuid(), 'ops', gen_random_uuid(), now(), 'Words')"))
        .hasMessageContaining("nothing_unsealed");
    assertThatThrownBy(
            () ->
                as(
                    Sealing.KEEPER,
                    "update flag_draft set person = 'legal' where id = '%s'".formatted(draft)))
        .hasMessageContaining("are never changed");
  }

  private boolean sealTheOthers() {
    sealingDraftsOfBefore.run(new DefaultApplicationArguments());
    return true;
  }

  private UUID ofBefore(String person) {
    var id = drafts.ofBefore(person, word);
    assertThat(drafts.asItLies(id)).contains(word, inHex(word));
    return id;
  }

  private UUID sealed(String person) {
    var mail = "Subject: %1$s\r\n\r\n%1$s".formatted(word);
    return drafts.sealed(person, new Plain(word, word, mail.getBytes(UTF_8)));
  }

  private void replaceTheMasterKey() throws Exception {
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    assertThat(RotateAttachmentKey.run(new String[] {"--candor.data-dir=" + data}, nowhere))
        .isZero();
    keepAttachmentsInOrder.run(new DefaultApplicationArguments());
  }

  private Path keyFile() {
    return data.resolve("keys").resolve("attachments.keys");
  }

  private List<String> tablesWithKeys() {
    return rows.sql(
            """
            select table_name from information_schema.columns
            where column_name = 'key_number' and table_schema = 'public'
            """)
        .query(String.class)
        .list();
  }

  private List<String> numbersOfKeys(String name) {
    return rows.sql(
            "select distinct key_number::text from %s where key_number is not null".formatted(name))
        .query(String.class)
        .list();
  }

  private int attached(String reference) {
    return rows.sql("select count(*) from attachment where reference = ?")
        .param(reference)
        .query(Integer.class)
        .single();
  }

  private void as(String service, String statement) {
    Acting.<Integer, RuntimeException>asService(
        service, () -> transaction.execute(status -> jdbc.sql(statement).update()));
  }

  private static String address(UUID draft) {
    return "/flags/drafts/" + draft;
  }

  private static String inHex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}

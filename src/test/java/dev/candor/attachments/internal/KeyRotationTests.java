package dev.candor.attachments.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.access.Acting;
import dev.candor.access.People;
import dev.candor.access.PersonId;
import dev.candor.attachments.Attachments;
import dev.candor.attachments.SealedKeys;
import dev.candor.attachments.SealedKeys.KeyOf;
import dev.candor.attachments.Sealing;
import dev.candor.cases.CaseReference;
import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The key of attachments is replaced by a command and a start. */
@CandorTest
class KeyRotationTests {

  @LocalServerPort int port;
  @Autowired Attachments attachments;
  @Autowired CurrentKeys keys;
  @Autowired List<SealedKeys> sealedKeys;
  @Autowired People people;
  @Autowired EveryRow rows;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Value("${candor.data-dir}")
  Path data;

  @Test
  void shouldSealEveryKeyAnewForgetTheOldOneAndLeaveTheFilesAsTheyAre() throws IOException {
    // given
    var employee = people.find(new PersonId("employee")).orElseThrow();
    var reference = new CaseReference(new Route(port).flag("employee", ExampleRequests.embassy()));
    var content = new ByteArrayInputStream("Words".getBytes(StandardCharsets.UTF_8));
    var file =
        Acting.as(employee, () -> attachments.add(reference, employee, "letter.txt", content));
    var before = sealedKey(file.id().toString());
    var keyFile = data.resolve("keys").resolve("attachments.keys");
    var oldKey = Files.readString(keyFile);

    // when
    var said = new ByteArrayOutputStream();
    var code =
        KeyRotation.run(new String[] {"--candor.data-dir=" + data}, new PrintStream(said, true));
    keys.finishRotation(sealedKeys);

    // then
    assertThat(code).isZero();
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("was added");
    assertThat(Files.readString(keyFile)).doesNotContain(oldKey.strip().split("=", 2)[1]);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
        .isEqualTo("rw-------");
    assertThat(sealedKey(file.id().toString())).isNotEqualTo(before);
    try (var opened =
        Acting.as(employee, () -> attachments.open(reference, employee, file.id()))
            .content()
            .read()) {
      assertThat(opened.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("Words");
    }
  }

  @Test
  void shouldSayThatThereIsNoKeyToReplace() {
    var said = new ByteArrayOutputStream();

    assertThat(
            KeyRotation.run(
                new String[] {"--candor.data-dir=" + data.resolve("nowhere")},
                new PrintStream(said, true)))
        .isEqualTo(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing was changed");
    assertThat(data.resolve("nowhere")).doesNotExist();
  }

  @Test
  void shouldNotCountWhatEndedMeanwhile() {
    // given
    var ended = UUID.randomUUID();
    var found = List.of(new KeyOf(ended, keys.seal(ended, new byte[AesGcm.KEY_BYTES])));
    var endingMeanwhile =
        new SealedKeys(jdbc, "attachment") {
          @Override
          public List<KeyOf> notSealedWith(int number, UUID after, int most) {
            return after.equals(ended) ? List.of() : found;
          }
        };
    var anew = new SealingAnew(keys, 1);
    // when
    Acting.asService(
        Sealing.KEEPER,
        () -> {
          transaction.executeWithoutResult(status -> anew.of(endingMeanwhile));
          return true;
        });
    // then
    assertThat(anew.sealed()).isZero();
  }

  private byte[] sealedKey(String id) {
    return rows.sql("select sealed_key from attachment where id = ?::uuid")
        .param(id)
        .query(byte[].class)
        .single();
  }
}

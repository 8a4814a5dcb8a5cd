package dev.candor.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.support.CandorTest;
import dev.candor.support.EveryRow;
import dev.candor.support.ExampleRequests;
import dev.candor.support.HttpCall;
import dev.candor.support.Route;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of a case over real HTTP, to the disk and back. Who may is in doors/every-call.txt. */
@CandorTest
class AttachmentTests {

  private static final int MEGABYTE = 1 << 20;

  @LocalServerPort int port;
  @Autowired EveryRow rows;

  @Value("${candor.data-dir}")
  Path data;

  private Route route;
  private String reference;

  @BeforeEach
  void flag() {
    route = new Route(port);
    reference = route.flag("employee", ExampleRequests.embassy());
  }

  @Test
  void shouldGiveBackWhatWasAttachedToBeSavedAndNotShown() throws IOException {
    // when
    var added = attach("employee", "Note verbale.pdf", SampleFiles.PDF);

    // then
    assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
    var file = listed("employee").getFirst();
    assertThat(file).contains("Note verbale.pdf", "application/pdf", "\"by\":\"employee\"");
    var opened = open("employee", id(file));
    assertThat(opened.body().getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(SampleFiles.PDF);
    assertThat(opened.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment;")
        .contains("Note");
    assertThat(opened.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(opened.headers().firstValue("Content-Type")).hasValue("application/pdf");

    // and on the disk nobody reads it
    assertThat(Files.readString(onDisk(id(file)), StandardCharsets.ISO_8859_1))
        .hasSizeGreaterThan(SampleFiles.PDF.length)
        .doesNotContain("Catalog", "PDF");
  }

  @Test
  void shouldTellTheLedgerByTheHashAndNeverByTheName() {
    attach("employee", "Letter of Jane Doe.pdf", SampleFiles.PDF);
    var id = id(listed("employee").getFirst());
    open("employee", id);

    var entries =
        rows.sql("select entry from ledger_entry where subject = ? order by id")
            .param(reference)
            .query(String.class)
            .list();
    var hash =
        rows.sql("select sha256 from attachment where id = ?::uuid")
            .param(id)
            .query(String.class)
            .single();
    assertThat(entries)
        .filteredOn(entry -> entry.contains("ATTACHED"))
        .hasSize(1)
        .first()
        .asString()
        .contains(hash);
    assertThat(entries)
        .filteredOn(entry -> entry.contains("\"what\":\"ATTACHMENT\""))
        .hasSize(1)
        .first()
        .asString()
        .contains("READ", hash);
    assertThat(entries).noneMatch(entry -> entry.contains("Jane"));
    assertThat(
            rows.sql("select count(*) from ledger_disclosure where value like '%Jane%'")
                .query(Long.class)
                .single())
        .isZero();
  }

  static Stream<Arguments> notTaken() {
    return Stream.of(
        arguments("letter.pdf", new byte[0], "nothing in it"),
        arguments("letter.pdf", SampleFiles.CUT_OFF_PDF, "its end is missing"),
        arguments("letter.pdf", SampleFiles.PNG, "what is in it is PNG picture"),
        arguments("letter.pdf", SampleFiles.PROGRAM, "none of the kinds"),
        arguments("letter.txt", SampleFiles.HTML, "none of the kinds"),
        arguments("letter.html", SampleFiles.HTML, "none of the kinds"),
        arguments("letters.zip", SampleFiles.ZIP, "archives are not taken"),
        arguments("letters.docx", SampleFiles.ZIP, "archives are not taken"),
        arguments("letters.docx", SampleFiles.ZIP_IN_DOCX, "archive inside it"),
        arguments("letters.docx", SampleFiles.firstHalf(SampleFiles.DOCX), "It is damaged"),
        arguments("///", SampleFiles.PDF, "no name"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("notTaken")
  void shouldSayWhyAFileIsNotTakenAndKeepNothingOfIt(String name, byte[] content, String why)
      throws IOException {
    var before = filesOnDisk();

    var answer = attach("employee", name, content);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(why, "nothing of it was kept");
    assertThat(listed("employee")).isEmpty();
    assertThat(filesOnDisk()).isEqualTo(before);
  }

  @Test
  void shouldTakeTwentyFiveMegabytesAndNotAByteMore() throws IOException {
    var before = filesOnDisk();

    assertThat(attachStreamed("most.txt", 25 * MEGABYTE).statusCode()).isEqualTo(201);
    var tooMuch = attachStreamed("more.txt", 25 * MEGABYTE + 1);

    assertThat(tooMuch.statusCode()).isEqualTo(413);
    assertThat(tooMuch.body()).contains("larger than 25 MB");
    assertThat(listed("employee")).hasSize(1);
    assertThat(filesOnDisk()).hasSize(before.size() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>.txt",
        "'; drop table attachment; --.txt",
        "Schreiben vom Büro 東京.txt",
        "..\\..\\letter.txt",
        "%n{0}${x}.txt"
      })
  void shouldTakeWhatAFileIsCalledAsText(String name) {
    assertThat(attach("employee", name, SampleFiles.bytes("Words")).statusCode()).isEqualTo(201);

    var file = listed("employee").getFirst();
    assertThat(open("employee", id(file)).body()).isEqualTo("Words");
    assertThat(file).doesNotContain("\\\\").contains(name.substring(name.lastIndexOf('\\') + 1));
  }

  @Test
  void shouldLeaveNothingOfAnUploadThatBreaksOff() throws IOException {
    var before = filesOnDisk();

    try (var socket = new Socket("localhost", port)) {
      var head =
          """
          POST /api/cases/%s/attachments?name=letter.txt HTTP/1.1
          Host: localhost
          Authorization: Basic %s
          Content-Type: application/octet-stream
          Content-Length: 9000000

          """
              .formatted(
                  reference,
                  Base64.getEncoder()
                      .encodeToString("employee:candor".getBytes(StandardCharsets.UTF_8)));
      socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write("Words\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
      await().until(() -> !filesOnDisk().equals(before));
    }

    await().until(() -> filesOnDisk().equals(before));
    assertThat(listed("employee")).isEmpty();
  }

  @Test
  void shouldShowTheFlaggerWhatTheySentAndNothingElse() {
    route.offered("desk-uk", reference, Route.REVIEW);
    attach("employee", "theirs.pdf", SampleFiles.PDF);
    attach("desk-uk", "ours.pdf", SampleFiles.PDF);

    assertThat(listed("employee")).hasSize(1).first().asString().contains("theirs.pdf");
    assertThat(listed("desk-uk")).hasSize(2);
    var ours = id(listed("desk-uk").getLast());
    assertThat(open("employee", ours).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSayThatAFileIsDamagedBeforeAnyOfItWasSent() throws IOException {
    var id = attachLong();
    damage(id, 100);

    var answer = open("employee", id);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("for a reason of ours");
    assertThat(answer.headers().map()).doesNotContainKey("Content-Disposition");
  }

  /** Else a part of it would be taken for the whole. */
  @Test
  void shouldBreakTheConnectionWhereAFileIsDamagedInTheMiddle() throws IOException {
    var id = attachLong();
    damage(id, 500_000);

    assertThatThrownBy(() -> open("employee", id)).hasRootCauseInstanceOf(EOFException.class);
  }

  private String attachLong() {
    attach("employee", "long.txt", "Words\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    return id(listed("employee").getFirst());
  }

  private void damage(String id, int offset) throws IOException {
    var sealed = Files.readAllBytes(onDisk(id));
    sealed[offset] ^= 1;
    Files.write(onDisk(id), sealed);
  }

  private HttpResponse<String> attach(String person, String name, byte[] content) {
    return send(person, name, new ByteArrayInputStream(content));
  }

  private HttpResponse<String> attachStreamed(String name, int size) {
    return send(
        "employee",
        name,
        new InputStream() {
          private int left = size;

          @Override
          public int read() {
            return left-- > 0 ? 'w' : -1;
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            if (left <= 0) {
              return -1;
            }
            var count = Math.min(left, length);
            Arrays.fill(bytes, offset, offset + count, (byte) 'w');
            left -= count;
            return count;
          }
        });
  }

  private HttpResponse<String> send(String person, String name, InputStream content) {
    return HttpCall.to(port, path() + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .as(person)
        .postOctets(content);
  }

  private List<String> listed(String person) {
    var files = new ArrayList<String>();
    route.as(person).get(path()).json().path("items").forEach(item -> files.add(item.toString()));
    return files;
  }

  private HttpResponse<String> open(String person, String id) {
    return HttpCall.to(port, path() + "/" + id).as(person).get();
  }

  private String path() {
    return "/api/cases/" + reference + "/attachments";
  }

  private static String id(String file) {
    return file.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  private Path onDisk(String id) {
    return data.resolve("attachments").resolve(id.substring(0, 2)).resolve(id);
  }

  private List<Path> filesOnDisk() throws IOException {
    var folder = data.resolve("attachments");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Shows on a service of its own, started from the jar, that one changed row in PostgreSQL is found
 * and named by {@code verify}, and that somebody who is taken off a case loses every path to it:
 *
 * <pre>java src/docs/Demonstration.java target/candor.jar</pre>
 *
 * Answers 0 when it went as it says. What it starts and keeps is gone when it ends.
 */
public final class Demonstration {

  private static final int PATIENCE_SECONDS = 120;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path jar;
  private final Path folder;
  private final Path log;
  private String address = "";
  private boolean asExpected = true;

  private Demonstration(Path jar, Path folder) {
    this.jar = jar;
    this.folder = folder;
    this.log = folder.resolve("log.txt");
  }

  public static void main(String[] args) throws Exception {
    var jar = Path.of(args.length == 0 ? "target/candor.jar" : args[0]);
    if (!Files.exists(jar)) {
      System.err.println("There is no " + jar + ": run `mvn package` first");
      System.exit(2);
    }
    var folder = Files.createTempDirectory("candor-demonstration");
    var demonstration = new Demonstration(jar, folder);
    var service = demonstration.start();
    try {
      demonstration.show();
    } finally {
      service.destroy();
      service.waitFor();
      delete(folder);
    }
    System.exit(demonstration.asExpected ? 0 : 1);
  }

  private Process start() throws Exception {
    var command = java("-jar", jar.toString(), "--candor.data-dir=" + folder.resolve("data"));
    for (var port :
        List.of(
            "server.port",
            "candor.runtime.rest-port",
            "candor.runtime.grpc-port",
            "candor.runtime.management-port",
            "candor.mail.smtp-port",
            "candor.mail.imap-port")) {
      command.add("--" + port + "=0");
    }
    say("Starting a service of its own.");
    var service =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    var started = service.start();
    address =
        until("the service to start", () -> found("Candor is ready: (http://\\S+)", logged()));
    return started;
  }

  private void show() throws Exception {
    var reference = flag();
    say("Case %s was flagged, and is with the desk of the United Kingdom.", reference);
    var paths = pathsTo(reference);
    tamper(reference);
    takeOff(reference, paths);
  }

  // One changed row.

  private void tamper(String reference) throws Exception {
    heading("One row is changed");
    until(
        "the entry to have its place",
        () -> found("(desk:UK-IE-NL-IL)", body("auditor", "/api/ledger/export")));
    var head =
        Files.writeString(
            folder.resolve("head.txt"),
            unescaped(found("\"head\":\"(.*?)\"[,}]", body("auditor", "/api/ledger/head"))));
    var key = found("\"key\":\"(.*?)\"", body("auditor", "/api/ledger/head"));
    var before = export("before.json");
    say("A head and the public key are kept elsewhere, as somebody outside would.");
    expect("verify says that the export is whole", verify(before, head, key), 0, "Whole:");

    try (var service = database("candor", "application")) {
      expect(
          "the service itself may not change the row",
          refusal(service, "update ledger_entry set entry = entry"),
          "refused");
    }
    long index;
    try (var owner = database("candor_owner", "owner")) {
      index = change(owner, reference);
    }
    say(
        "Its owner, who may do anything in the database, let another desk into the case in entry"
            + " %d.",
        index);
    var after = export("after.json");
    expect(
        "verify names that entry", verify(after, head, key), 1, "entry " + index + ": was changed");
  }

  private static long change(Connection owner, String reference) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute("alter table ledger_entry disable trigger append_only");
      try (var changed =
          statement.executeQuery(
              """
              with changed as (
                update ledger_entry set entry = replace(entry, 'desk:UK-IE-NL-IL', 'desk:DE-AT-CH')
                 where subject = '%s' and entry like '%%"desk:UK-IE-NL-IL"%%' returning id)
              select leaf_index from changed join ledger_leaf on entry_id = id
              """
                  .formatted(reference))) {
        changed.next();
        return changed.getLong(1);
      } finally {
        statement.execute("alter table ledger_entry enable trigger append_only");
      }
    }
  }

  private Outcome verify(Path export, Path head, String key) throws Exception {
    var command = java("-jar", jar.toString(), "verify", export.toString());
    command.addAll(List.of("--head", head.toString(), "--key", key));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  private Path export(String name) throws Exception {
    return Files.writeString(folder.resolve(name), body("auditor", "/api/ledger/export"));
  }

  // Somebody is taken off the case.

  private void takeOff(String reference, Map<String, String> paths) throws Exception {
    heading("Somebody is taken off the case");
    paths.forEach((name, path) -> expect("desk-uk: " + name, reaches(path, reference), "open"));
    expect("desk-uk: rows in the database", rowsFor("desk-uk", reference), "open");
    say("The head of the desk takes desk-uk off the case.");
    post(
        "head-uk",
        "/api/cases/" + reference + "/recuse",
        "{\"person\": \"desk-uk\", \"reason\": \"A friend of the sender\"}");
    paths.forEach((name, path) -> expect("desk-uk: " + name, reaches(path, reference), "closed"));
    expect("desk-uk: rows in the database", rowsFor("desk-uk", reference), "closed");
    expect(
        "head-uk still sees the case",
        status("head-uk", "/api/cases/" + reference) == 200 ? "open" : "closed",
        "open");
  }

  private Map<String, String> pathsTo(String reference) throws Exception {
    var task =
        until(
            "the desk's task",
            () ->
                found(
                    "\"id\":\"(\\d+)\"",
                    body("desk-uk", "/api/tasks?scope=group&reference=" + reference)));
    post("desk-uk", "/api/tasks/" + task + "/claim", "");
    var file =
        found(
            "\"id\":\"([0-9a-f-]{36})\"",
            post(
                "desk-uk",
                "/api/cases/" + reference + "/attachments?name=letter.txt",
                "A letter."));
    var paths = new LinkedHashMap<String, String>();
    paths.put("the case", "/api/cases/" + reference);
    paths.put("the list of cases", "/api/cases?size=100");
    paths.put("search", "/api/cases?q=demonstration");
    paths.put("the desk", "/api/tasks?scope=all&reference=" + reference);
    paths.put("the task they held", "/api/tasks/" + task);
    paths.put("its files", "/api/cases/" + reference + "/attachments");
    paths.put("a file", "/api/cases/" + reference + "/attachments/" + file);
    return paths;
  }

  private String reaches(String path, String reference) {
    var named = body("desk-uk", path).contains(reference) || !path.contains("?");
    return status("desk-uk", path) == 200 && named ? "open" : "closed";
  }

  /** What a query of the service would be answered in a transaction of this person. */
  private String rowsFor(String person, String reference) throws Exception {
    try (var connection = database("candor", "application");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "select set_config('candor.person', '%s', true), set_config('candor.roles', '{EMPLOYEE,DESK}', true), set_config('candor.groups', '{desk:UK-IE-NL-IL}', true)"
              .formatted(person));
      try (var rows =
          statement.executeQuery(
              "select count(*) from cases where reference = '" + reference + "'")) {
        rows.next();
        return rows.getInt(1) == 1 ? "open" : "closed";
      }
    }
  }

  // What both need.

  private String flag() {
    return found(
        "\"reference\":\"(SR-[\\d-]+)\"",
        post(
            "employee",
            "/api/flags",
            """
            {"type": "VERIFY_OR_LABEL", "sender": "Press attaché", "principal": "Embassy of the demonstration",
             "principalKind": "EMBASSY", "principalCountry": "FR", "market": "GB", "channel": "FORMAL",
             "ask": "A verified account.", "wantsToStayHidden": false, "politicalContent": false, "paid": false,
             "threat": false, "receivedOn": "2026-03-02", "relationship": "None", "audience": "Residents"}
            """));
  }

  private record Outcome(int code, String said) {}

  private void expect(String what, Outcome outcome, int code, String words) {
    System.out.println(outcome.said().strip().indent(4).stripTrailing());
    expect(what, outcome.code() == code && outcome.said().contains(words) ? "yes" : "no", "yes");
  }

  private void expect(String what, String is, String should) {
    asExpected &= is.equals(should);
    System.out.printf(
        "  %-48s %s%s%n", what, is, is.equals(should) ? "" : "   (EXPECTED: " + should + ")");
  }

  private static String refusal(Connection connection, String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return "done";
    } catch (SQLException e) {
      return "refused";
    }
  }

  /** The driver is in the jar. */
  private Connection database(String user, String passwordOf) throws Exception {
    var driver = folder.resolve("postgresql.jar");
    if (!Files.exists(driver)) {
      try (var candor = new ZipFile(jar.toFile())) {
        var inside =
            candor.stream()
                .filter(each -> each.getName().matches(".*/postgresql-[\\d.]+\\.jar"))
                .findFirst()
                .orElseThrow();
        Files.copy(candor.getInputStream(inside), driver);
      }
    }
    var passwords = new Properties();
    try (var file = Files.newInputStream(folder.resolve("data/postgres/passwords.properties"))) {
      passwords.load(file);
    }
    var signIn = new Properties();
    signIn.put("user", user);
    signIn.put("password", passwords.getProperty(passwordOf));
    var loader = new URLClassLoader(new URL[] {driver.toUri().toURL()});
    var postgres =
        (Driver) loader.loadClass("org.postgresql.Driver").getConstructor().newInstance();
    return postgres.connect(
        "jdbc:postgresql://127.0.0.1:"
            + found("PostgreSQL runs on port (\\d+)", logged())
            + "/candor",
        signIn);
  }

  private int status(String person, String path) {
    return send(request(person, path).GET()).code();
  }

  private String body(String person, String path) {
    return send(request(person, path).GET()).said();
  }

  private String post(String person, String path, String body) {
    var type = path.contains("/attachments") ? "application/octet-stream" : "application/json";
    var answer =
        send(
            request(person, path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    if (answer.code() >= 300) {
      throw new IllegalStateException(path + " answers " + answer.code() + ": " + answer.said());
    }
    return answer.said();
  }

  private HttpRequest.Builder request(String person, String path) {
    var credentials =
        Base64.getEncoder().encodeToString((person + ":candor").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Basic " + credentials);
  }

  private static Outcome send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Outcome(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String logged() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String found(String pattern, String text) {
    var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private static String until(String what, Supplier<String> attempt) throws InterruptedException {
    var end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (Instant.now().isBefore(end)) {
      var found = attempt.get();
      if (!found.isEmpty()) {
        return found;
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new IllegalStateException("Waited in vain for " + what);
  }

  private static String unescaped(String json) {
    return json.replace("\\n", "\n").replace("\\u2014", "\u2014");
  }

  /** None of them runs for so long that more compilation pays. */
  private static List<String> java(String... arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(arguments));
    return command;
  }

  private static void heading(String words) {
    System.out.printf("%n%s%n", words);
  }

  private static void say(String words, Object... arguments) {
    System.out.println(words.formatted(arguments));
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

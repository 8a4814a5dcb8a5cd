package dev.candor.process.internal;

import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets.DeployedSet;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Origin;
import dev.candor.process.ProcessSets.Version;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code process_set} and those below it. */
@Component
class ProcessSetTable {

  /** Which lock keeps two deployments apart; any number that nothing else locks. */
  private static final long LOCK = 60;

  private final JdbcClient jdbc;
  private final Clock clock;

  ProcessSetTable(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Until the transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query().singleRow();
  }

  /** Newest first. */
  List<DeployedSet> all() {
    var files = fileHashes();
    var versions = versions();
    var rows =
        jdbc.sql(
                "select number, deployed_at, deployed_by, origin, sha256 from process_set order by number")
            .query(Row.class)
            .list();
    var sets = new ArrayList<DeployedSet>();
    Map<String, String> before = Map.of();
    for (var row : rows) {
      var own = files.getOrDefault(row.number(), Map.of());
      sets.add(
          new DeployedSet(
              row.number(),
              row.deployedAt(),
              row.deployedBy(),
              row.origin(),
              row.sha256(),
              changed(before, own),
              versions.getOrDefault(row.number(), List.of())));
      before = own;
    }
    return sets.reversed();
  }

  Optional<FileSet> files(int number) {
    var files = new TreeMap<String, byte[]>();
    jdbc.sql(
            """
            select name, content
              from process_set_file join process_file using (sha256)
             where set_number = :number
            """)
        .param("number", number)
        .query((row, i) -> files.put(row.getString("name"), row.getBytes("content")))
        .list();
    return files.isEmpty() ? Optional.empty() : Optional.of(FileSet.of(files));
  }

  boolean cameWithTheService(String sha256) {
    return jdbc.sql(
            "select exists (select from process_set where origin = 'SERVICE' and sha256 = :sha256)")
        .param("sha256", sha256)
        .query(Boolean.class)
        .single();
  }

  int add(FileSet set, Origin origin, @Nullable String by, List<Version> versions) {
    var number =
        jdbc.sql(
                """
                insert into process_set (number, deployed_at, deployed_by, origin, sha256)
                select coalesce(max(number), 0) + 1, :at, :by, :origin, :sha256 from process_set
                returning number
                """)
            .param("at", Timestamp.from(clock.instant()))
            .param("by", by)
            .param("origin", origin.name())
            .param("sha256", set.sha256())
            .query(Integer.class)
            .single();
    set.names().forEach(name -> addFile(number, name, set));
    versions.forEach(version -> addVersion(number, version));
    return number;
  }

  private void addFile(int number, String name, FileSet set) {
    var sha256 = set.sha256(name);
    jdbc.sql(
            """
            insert into process_file (sha256, content) values (:sha256, :content)
            on conflict (sha256) do nothing
            """)
        .param("sha256", sha256)
        .param("content", set.content(name))
        .update();
    jdbc.sql(
            """
            insert into process_set_file (set_number, name, sha256)
            values (:number, :name, :sha256)
            """)
        .param("number", number)
        .param("name", name)
        .param("sha256", sha256)
        .update();
  }

  private void addVersion(int number, Version version) {
    jdbc.sql(
            """
            insert into process_set_version
              (set_number, kind, id, name, file, version, definition_key)
            values (:number, :kind, :id, :name, :file, :version, :key)
            """)
        .param("number", number)
        .param("kind", version.kind().name())
        .param("id", version.id())
        .param("name", version.name())
        .param("file", version.file())
        .param("version", version.version())
        .param("key", version.key())
        .update();
  }

  private Map<Integer, Map<String, String>> fileHashes() {
    var hashes = new HashMap<Integer, Map<String, String>>();
    jdbc.sql("select set_number, name, sha256 from process_set_file")
        .query(
            (row, i) ->
                hashes
                    .computeIfAbsent(row.getInt("set_number"), number -> new TreeMap<>())
                    .put(row.getString("name"), row.getString("sha256")))
        .list();
    return hashes;
  }

  private Map<Integer, List<Version>> versions() {
    var versions = new HashMap<Integer, List<Version>>();
    jdbc.sql("select * from process_set_version order by set_number, kind, name, id")
        .query(
            (row, i) ->
                versions
                    .computeIfAbsent(row.getInt("set_number"), number -> new ArrayList<>())
                    .add(
                        new Version(
                            Kind.valueOf(row.getString("kind")),
                            row.getString("id"),
                            row.getString("name"),
                            row.getString("file"),
                            row.getInt("version"),
                            row.getLong("definition_key"))))
        .list();
    versions.values().forEach(list -> list.sort(Comparator.comparing(Version::kind)));
    return versions;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> own) {
    var names = new TreeMap<>(before);
    names.putAll(own);
    return names.keySet().stream()
        .filter(name -> !Objects.equals(before.get(name), own.get(name)))
        .toList();
  }

  record Row(
      int number, Instant deployedAt, @Nullable String deployedBy, Origin origin, String sha256) {}
}

package dev.candor.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case with a row in every table of it, and how to add one more. */
final class OneCase {

  static final String REFERENCE = "SR-2026-00001";
  private static final String OTHER = "SR-2026-00002";
  private static final Pattern TABLE = Pattern.compile("^insert into (\\w+) ");

  private final Map<String, String> inserts = new LinkedHashMap<>();

  OneCase() {
    text("row-security/rows.sql")
        .lines()
        .filter(line -> line.startsWith("insert"))
        .forEach(line -> inserts.put(table(line), line.substring(0, line.length() - 1)));
  }

  /**
   * Flagged by flagger (a second one by desk-flagger); known to a desk and to participants. Of the
   * other case, that its rows name, one participant knows and nobody else.
   */
  void write(JdbcClient everyRow) {
    for (var reference : List.of(OTHER, REFERENCE)) {
      insert(everyRow, "cases", "flagger", Map.of("opened", reference));
    }
    for (var known :
        List.of(
            "case_group values ('SR-2026-00001', 'desk:UK-IE-NL-IL', now())",
            "case_participant values ('SR-2026-00001', 'participant', now())",
            "case_participant values ('SR-2026-00002', 'participant', now())",
            "case_participant values ('SR-2026-00001', 'recused', now())",
            "case_participant values ('SR-2026-00001', 'admin', now())",
            "case_participant values ('SR-2026-00001', 'manager', now())",
            "case_recusal values ('SR-2026-00001', 'recused', 'Words', 'recused', now())",
            "case_emergency (reference, person, reason, at, ends_at) values ('SR-2026-00001',"
                + " 'emergency', 'Words', now(), now() + interval '1 hour')",
            "case_emergency (reference, person, reason, at, ends_at) values ('SR-2026-00001',"
                + " 'emergency-over', 'Words', now() - interval '2 hours', now() - interval '1 hour')",
            "case_access (reference, who, flagged_at, type, state) values ('SR-2026-00001',"
                + " 'flagger:desk-flagger', now(), 'OTHER', 'FLAGGED')")) {
      everyRow.sql("insert into " + known).update();
    }
    inserts.keySet().stream()
        .filter(table -> !table.equals("cases") && !table.equals("case_access"))
        .forEach(table -> insert(everyRow, table, "flagger", Map.of()));
    everyRow.sql("update submission set accepted_at = now()").update();
  }

  Iterable<String> tables() {
    return inserts.keySet();
  }

  /** One more row; what there may be one of only violates a key after the policies were asked. */
  void insert(JdbcClient jdbc, String table, String who) {
    insert(jdbc, table, who, Map.of("opened", "SR-2026-00099"));
  }

  private void insert(JdbcClient jdbc, String table, String who, Map<String, Object> given) {
    var parameters = new HashMap<String, Object>(given);
    parameters.put("who", who);
    parameters.put("reference", REFERENCE);
    parameters.put("other", OTHER);
    parameters.put("number", 4711);
    parameters.put("discussion", "discussion-of-" + REFERENCE);
    parameters.put("inquiry", new UUID(0, 1));
    jdbc.sql(inserts.get(table)).params(parameters).update();
  }

  private static String table(String insert) {
    var found = TABLE.matcher(insert);
    if (!found.find()) {
      throw new IllegalStateException("Not an insert: " + insert);
    }
    return found.group(1);
  }

  static String text(String resource) {
    try {
      return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.candor.cases.web;

import dev.candor.cases.CaseFilter;
import dev.candor.cases.CaseFilter.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** A filter of the list of cases as an address. */
final class CaseListAddress {

  private CaseListAddress() {}

  /**
   * @param number counted from 1, as people do
   */
  static String ofPage(int number, CaseFilter filter) {
    return of(filter, null, number);
  }

  /** The first page of what is left when a part is not asked for. */
  static String without(Part part, CaseFilter filter) {
    return of(filter, part, 1);
  }

  static boolean isNarrow(CaseFilter filter) {
    return !asked(filter, null).isEmpty();
  }

  private static String of(CaseFilter filter, @Nullable Part left, int page) {
    var address = UriComponentsBuilder.fromPath("/cases");
    var asked = asked(filter, left);
    asked.put("page", page);
    asked.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(asked).toUriString();
  }

  private static Map<String, Object> asked(CaseFilter filter, @Nullable Part left) {
    var asked = new LinkedHashMap<String, Object>();
    var besides = filter.besides();
    put(asked, "state", left == Part.STATE ? null : filter.state());
    put(asked, "type", left == Part.TYPE ? null : filter.type());
    put(asked, "desk", left == Part.DESK ? null : filter.desk());
    put(asked, "q", left == Part.WORDS ? null : filter.q());
    put(asked, "from", left == Part.DAYS ? null : besides.from());
    put(asked, "to", left == Part.DAYS ? null : besides.to());
    put(asked, "outcome", left == Part.OUTCOME ? null : besides.outcome());
    put(asked, "severity", left == Part.SEVERITY ? null : besides.severity());
    put(asked, "country", left == Part.COUNTRY ? null : besides.country());
    return asked;
  }

  private static void put(Map<String, Object> asked, String name, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      asked.put(name, value);
    }
  }
}

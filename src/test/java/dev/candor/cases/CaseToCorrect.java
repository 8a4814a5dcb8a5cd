package dev.candor.cases;

import dev.candor.support.CandorApi.Answer;
import dev.candor.support.ExampleRequests;
import dev.candor.support.Route;
import java.util.HashMap;
import java.util.Map;

/** A case in review at its desk, with something in it that was flagged wrongly. */
record CaseToCorrect(Route route, String reference) {

  static CaseToCorrect flagged(Route route) {
    var reference = route.flag("employee", ExampleRequests.embassy());
    route.offered("desk-uk", reference, Route.REVIEW);
    return new CaseToCorrect(route, reference);
  }

  Answer correct(String person, String field, String value) {
    return correct(person, of(field, value, Map.of()));
  }

  Answer correct(String person, Map<String, Object> body) {
    return route.as(person).post("/api/cases/" + reference + "/corrections", body);
  }

  static Map<String, Object> of(String field, String value, Map<String, Object> more) {
    var body = new HashMap<>(more);
    body.put("field", field);
    body.put("value", value);
    body.put("reason", "The letterhead says so.");
    return body;
  }
}

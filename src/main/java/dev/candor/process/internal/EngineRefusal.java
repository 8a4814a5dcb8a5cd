package dev.candor.process.internal;

import dev.candor.process.ProcessSets.SetRefused.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the page of text with which the engine refuses a deployment. */
final class EngineRefusal {

  private static final Pattern FILE = Pattern.compile("'?([\\w.-]+\\.(?:bpmn|dmn|form))'?:");
  private static final Pattern ELEMENT = Pattern.compile("Element: (\\S+)");
  private static final Pattern ERROR = Pattern.compile("ERROR: (.+)");

  private EngineRefusal() {}

  static List<Reason> reasons(String detail) {
    var reasons = new ArrayList<Reason>();
    var file = "set";
    var element = "file";
    for (var line : detail.lines().toList()) {
      var named = FILE.matcher(line);
      if (named.find()) {
        file = named.group(1);
        element = "file";
      }
      var shown = ELEMENT.matcher(line);
      if (shown.find()) {
        element = shown.group(1);
      }
      var error = ERROR.matcher(line);
      if (error.find()) {
        reasons.add(new Reason(file, element, error.group(1).strip()));
      }
    }
    return reasons.isEmpty()
        ? List.of(new Reason(file, element, detail.replaceAll("\\s+", " ").strip()))
        : reasons;
  }
}

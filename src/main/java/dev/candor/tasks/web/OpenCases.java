package dev.candor.tasks.web;

import dev.candor.access.Person;
import dev.candor.cases.CaseMarks;
import dev.candor.cases.CaseReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The cases that a browser says it shows, each as {@code SR-2026-00042~mark}: the mark is that of
 * the case as it is shown.
 */
final class OpenCases {

  /** What a browser shows besides is not kept up to date. */
  private static final int MOST = 30;

  private final CaseMarks marks;

  /** As they are shown, and with which mark they were told of last. */
  private final Map<Shown, String> all = new ConcurrentHashMap<>();

  private OpenCases(CaseMarks marks) {
    this.marks = marks;
  }

  private record Shown(CaseReference reference, String mark) {

    static Stream<Shown> of(String text) {
      var parts = text.split("~", 2);
      return parts.length < 2
          ? Stream.empty()
          : CaseReference.ifOne(parts[0]).map(reference -> new Shown(reference, parts[1])).stream();
    }

    @Override
    public String toString() {
      return reference + "~" + mark;
    }
  }

  static OpenCases of(List<String> shown, CaseMarks marks) {
    var open = new OpenCases(marks);
    shown.stream().flatMap(Shown::of).limit(MOST).forEach(one -> open.all.put(one, one.mark()));
    return open;
  }

  Set<CaseReference> references() {
    return all.keySet().stream().map(Shown::reference).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * What to tell of this case: how it is shown, and whether it changed or is theirs no more.
   * Nothing when it is as they were told last.
   */
  List<String> news(CaseReference reference, Person person) {
    var now = marks.of(person, reference);
    return all.keySet().stream()
        .filter(shown -> shown.reference().equals(reference))
        .flatMap(shown -> news(shown, now).stream())
        .toList();
  }

  private Optional<String> news(Shown shown, Optional<String> now) {
    var mark = now.orElse("");
    return mark.equals(all.put(shown, mark))
        ? Optional.empty()
        : Optional.of(shown + (now.isPresent() ? " changed" : " gone"));
  }
}

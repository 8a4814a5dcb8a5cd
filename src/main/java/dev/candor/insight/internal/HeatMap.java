package dev.candor.insight.internal;

import dev.candor.access.Person;
import dev.candor.insight.internal.ServiceLevels.Kept;
import dev.candor.process.ProcessPictures;
import dev.candor.process.ProcessSets;
import dev.candor.process.ProcessSets.Kind;
import dev.candor.process.ProcessSets.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A diagram, and what is to be told of each of its elements.
 *
 * <p>All methods throw {@link org.springframework.security.access.AccessDeniedException} for who is
 * no manager.
 */
@Component
public class HeatMap {

  private final JdbcClient jdbc;
  private final ForManagers managers;
  private final EndedPasses passes;
  private final ServiceLevels levels;
  private final ProcessSets sets;
  private final ProcessPictures pictures;

  HeatMap(
      JdbcClient jdbc,
      ForManagers managers,
      EndedPasses passes,
      ServiceLevels levels,
      ProcessSets sets,
      ProcessPictures pictures) {
    this.jdbc = jdbc;
    this.managers = managers;
    this.passes = passes;
    this.levels = levels;
    this.sets = sets;
    this.pictures = pictures;
  }

  /**
   * @param id of the process
   */
  public record Diagram(String id, String name) {}

  /**
   * Seconds are medians.
   *
   * @param passes how often it ended in the period
   * @param cases how many cases went through it
   * @param again how many of them more than once
   * @param cutOff how often it was interrupted
   * @param deadlines how many of its deadlines ended in the period
   * @param missed the share of them that was missed; null where they are too few
   */
  public record Heat(
      String element,
      String name,
      int passes,
      int cases,
      int again,
      int cutOff,
      int seconds,
      int forUs,
      int deadlines,
      @Nullable Double missed) {}

  /** The diagrams in force. */
  public List<Diagram> diagrams(Person person) {
    return managers.count(
        person,
        () -> versions().map(version -> new Diagram(version.id(), version.name())).toList());
  }

  /**
   * As it is in force.
   *
   * @throws dev.candor.process.EngineUnavailable when the engine does not answer
   */
  public Optional<String> drawing(Person person, String process) {
    return managers
        .count(person, () -> versions().filter(each -> each.id().equals(process)).findFirst())
        .flatMap(version -> pictures.drawing(version.key()));
  }

  private Stream<Version> versions() {
    return sets.current().stream()
        .flatMap(set -> set.versions().stream())
        .filter(version -> version.kind() == Kind.PROCESS);
  }

  /** Elements through which at least five cases went. */
  public List<Heat> heat(Person person, TimesQuery query, String process) {
    return managers.count(
        person,
        () -> new AllEnded(passes.of(query), levels.ended(query)),
        ended -> heat(ended, query, process));
  }

  private record AllEnded(Ended passes, Ended deadlines) {}

  /**
   * @param id its number
   * @param element its id in the diagram
   */
  private record Element(String id, String element, String name) {}

  private List<Heat> heat(AllEnded ended, TimesQuery query, String process) {
    var elements = elements(process);
    var asked = elements.stream().map(Element::id).collect(Collectors.toSet());
    var passed = PassedElements.of(ended.passes(), query, asked);
    // A deadline knows no version.
    var kept =
        query.only().containsKey(Dimension.VERSION)
            ? Map.<String, Kept>of()
            : ServiceLevels.byElement(ended.deadlines(), query);
    return elements.stream()
        .filter(each -> passed.containsKey(each.id()))
        .map(
            each -> heat(each, passed.get(each.id()), kept.getOrDefault(each.element(), Kept.NONE)))
        .toList();
  }

  private static Heat heat(Element element, PassedElements.Passed passed, Kept kept) {
    return new Heat(
        element.element(),
        element.name(),
        passed.passes(),
        passed.cases(),
        passed.again(),
        passed.cutOff(),
        passed.seconds(),
        passed.forUs(),
        kept.n(),
        kept.share());
  }

  private List<Element> elements(String process) {
    return jdbc.sql(
            """
            select id::text, element, name from insight_element where process = ?
             order by name, element
            """)
        .param(process)
        .query(Element.class)
        .list();
  }
}

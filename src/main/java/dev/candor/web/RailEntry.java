package dev.candor.web;

import dev.candor.access.Person;
import java.util.function.Predicate;

/**
 * A place in the rail on the left of every page. Each module publishes a bean for each of its own
 * pages, so that the rail never names a page that does not exist.
 *
 * @param order smaller is further up
 * @param key what scripts know it by ({@code data-key})
 * @param path where it leads; pages below it count as being there
 * @param shownTo who may go there
 */
public record RailEntry(
    int order, String key, String label, String path, Predicate<Person> shownTo) {}

package dev.candor.tasks.web;

import java.util.List;

/**
 * What the desk's list is narrowed down to, and what it could be.
 *
 * @param scope that goes with it
 * @param action where it is asked for: the list, with the task in hand beside it
 * @param on whether it leaves anything out
 * @param all address of the list without it
 * @param text it, as it is kept under a name
 * @param saved those this person kept
 */
public record FilterPage(
    String scope,
    String action,
    String words,
    List<Choice> severities,
    List<Choice> types,
    List<Choice> desks,
    List<Choice> dues,
    List<Choice> orders,
    boolean on,
    String all,
    String text,
    List<Saved> saved) {

  /**
   * @param label what people read
   */
  public record Choice(String code, String label, boolean chosen) {}

  /**
   * @param address that opens it; a colleague's too, when it is shared
   * @param shared whether it is
   * @param here whether it is the list that is shown
   */
  public record Saved(String id, String name, String address, boolean shared, boolean here) {}
}

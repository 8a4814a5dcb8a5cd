package dev.candor.insight.web;

import dev.candor.insight.internal.HeatMap.Diagram;
import dev.candor.insight.web.InsightPage.Choice;
import dev.candor.insight.web.InsightPage.Form;
import java.util.List;

/**
 * What the page of ways shows, in words.
 *
 * @param process the diagram that is shown
 * @param coloured code and name of what it is coloured by
 * @param deepest what the deepest colour stands for; empty where nothing is coloured
 * @param ways last those that are told together
 * @param cameBack the share of cases
 */
record WaysPage(
    Form form,
    List<Diagram> diagrams,
    String process,
    List<Choice> colours,
    Choice coloured,
    String deepest,
    List<HeatRow> heat,
    List<WayRow> ways,
    List<ReturnRow> returns,
    String cameBack) {

  /**
   * @param element its id in the diagram
   * @param level 0 for no colour, to 5
   * @param label what the drawing says beside it
   */
  record HeatRow(
      String element,
      int level,
      String label,
      String name,
      String time,
      String forUs,
      int passes,
      int cases,
      String again,
      String missed,
      int cutOff) {}

  record WayRow(String steps, String returns, int n, String share, String median) {}

  record ReturnRow(String from, String to, String cases, String share, String times) {}
}

package dev.candor.studio;

import java.util.List;
import java.util.Map;

/** What is different between two versions of a file, in words. */
public interface Comparison {

  /** Each a sentence; none when only the drawing changed. */
  List<String> inWords(String file, String before, String after);

  /** Names of a diagram's elements by their ids; the id where there is no name. */
  Map<String, String> names(String diagram);
}

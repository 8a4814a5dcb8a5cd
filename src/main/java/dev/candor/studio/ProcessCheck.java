package dev.candor.studio;

import dev.candor.process.FileSet;
import java.util.List;

/** Checks diagrams, tables and forms as a set, before any of them is deployed. */
public interface ProcessCheck {

  /** All findings, by file; none when the set may be deployed. */
  List<Finding> findings(FileSet set);

  /** Gets ready in the background, so that checking a change to this set takes a moment only. */
  void prepare(FileSet set);
}

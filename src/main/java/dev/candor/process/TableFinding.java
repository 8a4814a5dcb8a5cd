package dev.candor.process;

/**
 * Something about a table that would go wrong later.
 *
 * @param element id of the decision or of the row
 * @param mend how to mend it
 */
public record TableFinding(String element, String what, String mend) {}

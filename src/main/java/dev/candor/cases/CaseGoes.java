package dev.candor.cases;

/**
 * Published in the transaction in which a case is deleted, while its rows are still there: who
 * keeps something of it elsewhere deletes that after the commit.
 */
public record CaseGoes(CaseReference reference) {}

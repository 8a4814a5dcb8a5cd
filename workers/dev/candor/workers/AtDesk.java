package dev.candor.workers;

/** A case and whose it is. */
record AtDesk(String caseReference, String desk) implements OfACase {}

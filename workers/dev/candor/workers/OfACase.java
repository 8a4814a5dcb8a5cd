package dev.candor.workers;

/** What a job brings along: which case it is about, and so which one its worker may touch. */
interface OfACase {

  String caseReference();
}

package dev.candor.notification.internal;

/** What a mail says, twice: for programs that show text, and for those that show HTML. */
record Letter(String subject, String text, String html) {}

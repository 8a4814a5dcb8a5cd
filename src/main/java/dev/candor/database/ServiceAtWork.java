package dev.candor.database;

/** Whether what this thread does is the service's own work, not a person's. */
@FunctionalInterface
public interface ServiceAtWork {

  boolean now();
}

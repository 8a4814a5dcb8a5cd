package dev.candor.database;

/**
 * The two roles of PostgreSQL that policies of row-level security are written for. Who connects is
 * a person's by itself, and puts on the service's for a transaction of the service: each statement
 * carries only the conditions that can hold in it (ADR 41).
 */
public final class ActingRoles {

  /** Inherited by the role that connects. */
  public static final String PERSON = "candor_person";

  /** Put on by the role that connects, not inherited. */
  public static final String SERVICE = "candor_service";

  private ActingRoles() {}
}

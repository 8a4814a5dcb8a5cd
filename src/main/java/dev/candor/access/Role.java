package dev.candor.access;

/** What a person may do in general; what they may see of one case is decided by need to know. */
public enum Role {
  /** May flag a request. Everybody has it. */
  EMPLOYEE,
  /** Reviews for the desks they belong to. */
  DESK,
  /** Decides for the desks they head. */
  DESK_HEAD,
  POLICY,
  COUNSEL,
  COMMUNICATIONS,
  ACCOUNT_OPS,
  LEGAL_PROCESS,
  PROCESS_OWNER,
  /** Sees times and counts, no case content. */
  MANAGER,
  /** Reads the ledger, and leaves traces there. */
  AUDITOR,
  /** Runs the service and sees no cases. */
  ADMIN
}

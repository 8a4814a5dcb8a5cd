package dev.candor.database.internal;

/**
 * The database cannot be had, or not used; the message and what to do are for whoever started us.
 */
class DatabaseCannotStart extends RuntimeException {

  private final String whatToDo;

  DatabaseCannotStart(String whatHappened, String whatToDo) {
    super(whatHappened);
    this.whatToDo = whatToDo;
  }

  DatabaseCannotStart(String whatHappened, String whatToDo, Throwable cause) {
    super(whatHappened, cause);
    this.whatToDo = whatToDo;
  }

  String whatToDo() {
    return whatToDo;
  }
}

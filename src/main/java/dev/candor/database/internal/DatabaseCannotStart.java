package dev.candor.database.internal;

/** The built-in PostgreSQL cannot be had; the message and what to do are for whoever started us. */
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

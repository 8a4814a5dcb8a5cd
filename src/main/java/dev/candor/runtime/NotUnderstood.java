package dev.candor.runtime;

/** An argument on the command line that means nothing to the runtime. */
final class NotUnderstood extends CannotStart {

  NotUnderstood(String argument) {
    super(
        "'%s' is not understood".formatted(argument),
        "Give properties as --name=value; --help lists them");
  }
}

package dev.candor.process;

/** The engine cannot be reached or did not answer in time; what was asked may still happen. */
public class EngineUnavailable extends RuntimeException {

  public EngineUnavailable(Throwable cause) {
    super("The engine does not answer", cause);
  }
}

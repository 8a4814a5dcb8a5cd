package dev.candor.insight.internal;

/** There is no such target, or it is somebody else's. */
public class UnknownTarget extends RuntimeException {

  public UnknownTarget() {
    super("There is no such target");
  }
}

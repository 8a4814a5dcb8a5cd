package dev.candor.runtime;

/** The runtime was told to listen on an address that this machine does not have. */
public final class NotOurHost extends CannotStart {

  public NotOurHost(String host) {
    super(
        "this machine has no address %s".formatted(host),
        "Set candor.runtime.host to one that it has, or leave it out: this machine only");
  }
}

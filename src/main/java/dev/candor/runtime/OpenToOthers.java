package dev.candor.runtime;

import java.net.InetAddress;

/** The runtime was told to listen where others can reach it, and to ask nobody who they are. */
final class OpenToOthers extends CannotStart {

  OpenToOthers(InetAddress host) {
    super(
        "%s can be reached from other machines, and no credential is set"
            .formatted(host.getHostAddress()),
        "Set candor.runtime.password, or leave out candor.runtime.host: this machine only");
  }
}

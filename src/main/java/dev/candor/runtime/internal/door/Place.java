package dev.candor.runtime.internal.door;

import java.net.InetAddress;

/**
 * Where a door is, and who stands at it.
 *
 * @param port 0 for any free one
 */
public record Place(InetAddress host, int port, Doorkeeper doorkeeper) {}

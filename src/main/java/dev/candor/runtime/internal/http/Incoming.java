package dev.candor.runtime.internal.http;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A request as it came in.
 *
 * @param target path and query, encoded
 * @param contentType of the body
 * @param cameInBy the address the client turned to
 */
public record Incoming(
    String method,
    String target,
    Optional<String> contentType,
    byte[] body,
    InetSocketAddress cameInBy) {}

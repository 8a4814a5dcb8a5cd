package dev.candor.web;

/**
 * Calls that may bring more than others: each module publishes a bean for each of its own.
 *
 * @param pathEnding what their address ends in
 * @param most bytes of the whole body, instead of the general limits
 */
public record RoomFor(String pathEnding, long most) {}

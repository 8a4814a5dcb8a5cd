package dev.candor.web;

import java.io.Serializable;

/**
 * What a page says once after something was done, or was not. It waits in the session, which is
 * kept in the database: no word of a case belongs in it.
 *
 * @param kind {@code good}, {@code bad} or {@code warn}: how it looks
 * @param text what happened, what was kept, what to do
 */
public record Message(String kind, String text) implements Serializable {

  public static Message done(String text) {
    return new Message("good", text);
  }

  public static Message refused(String text) {
    return new Message("bad", text);
  }
}

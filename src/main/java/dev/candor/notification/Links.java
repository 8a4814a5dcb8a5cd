package dev.candor.notification;

/** Where people reach this service: what a letter leads to. */
public interface Links {

  /**
   * @param path with its slash in front
   * @return the whole address
   */
  String of(String path);
}

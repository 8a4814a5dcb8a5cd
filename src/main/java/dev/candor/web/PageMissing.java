package dev.candor.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is nothing at this address, or nothing that this person may know of. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class PageMissing extends RuntimeException {

  public PageMissing() {
    super("There is no such page");
  }
}

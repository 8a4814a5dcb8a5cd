package dev.candor.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a form about a case leads when it was sent.
 *
 * @param path of the page it was on
 * @param place of that page, as an id in it: where the form is
 * @param beside null when the form was on the case's own page
 */
public record WayBack(String path, String place, PageBesideACase.@Nullable Address beside) {

  /**
   * @param own path of the case's own page
   * @param back as the form named the page it was on; null for the case's own
   */
  public static WayBack of(PageBesideACase pages, @Nullable String back, String own, String place) {
    var beside = pages.named(back).orElse(null);
    return new WayBack(beside == null ? own : beside.path(), place, beside);
  }

  /** Leads there; the case's own page says it above all, another at the form. */
  public String say(Message message, RedirectAttributes answer) {
    answer.addFlashAttribute(beside == null ? "message" : nameOfMessage(), message);
    return "redirect:" + path + "#" + place;
  }

  /** By which a page beside a case knows what to say at this form. */
  public String nameOfMessage() {
    return place + "Message";
  }
}

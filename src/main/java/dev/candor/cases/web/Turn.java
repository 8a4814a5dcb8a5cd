package dev.candor.cases.web;

import dev.candor.cases.CaseReference;
import dev.candor.web.PageBesideACase;
import dev.candor.web.WayBack;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A form about a case that was sent, and what an answer is put together from. {@link Turns} makes
 * it for the handler that asks for one.
 */
record Turn(
    CaseReference reference,
    Map<String, String> entered,
    Model model,
    HttpServletResponse response,
    RedirectAttributes answer,
    PageBesideACase pages) {

  @Nullable String entered(String field) {
    return entered.get(field);
  }

  /**
   * @param place of the page it was on, as an id in it: where the form is
   */
  WayBack wayBack(String place) {
    return WayBack.of(pages, entered("back"), "/cases/" + reference, place);
  }
}

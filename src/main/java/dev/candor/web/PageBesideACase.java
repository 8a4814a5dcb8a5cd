package dev.candor.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A page that shows a case beside something else, with the forms of the case's own page. Those
 * forms name it as {@code back}; what is done with them leads back there.
 */
public interface PageBesideACase {

  /**
   * @param back as a browser sent it; null when the form was on the case's own page
   * @return nothing when it names no such page: nobody is led anywhere else by it
   */
  Optional<Address> named(@Nullable String back);

  /** One such page. */
  interface Address {

    /** Written anew, so that nothing of what was sent is in it but what was understood. */
    String path();

    /**
     * Shows it with what is in the model.
     *
     * @return the name of its view
     */
    String show(Model model);
  }
}

package dev.candor.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.servlet.HandlerMapping;

/** What a call wanted, as far as its address says so. */
public final class CalledFor {

  private CalledFor() {}

  /** A code for the ledger: {@code READ} for what is only looked at, else what was to be done. */
  public static String what(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      return "READ";
    }
    var address = pattern(request);
    return address
        .substring(address.lastIndexOf('/') + 1)
        .replace('-', '_')
        .toUpperCase(Locale.ROOT);
  }

  /** What stands in the place of {@code {name}} in the address, or was sent under that name. */
  public static Optional<String> value(HttpServletRequest request, String name) {
    var inAddress =
        request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            ? (String) variables.get(name)
            : null;
    return Optional.ofNullable(inAddress == null ? request.getParameter(name) : inAddress);
  }

  private static String pattern(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
            instanceof String pattern
        ? pattern
        : request.getRequestURI();
  }
}

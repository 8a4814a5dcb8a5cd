package dev.candor.access.internal;

import java.util.Map;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;

/** How people prove who they are: there is one way in a running service. */
public interface SigningIn {

  void atPages(HttpSecurity http) throws Exception;

  /**
   * @param problems answers whoever has not proved it
   */
  void atApi(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception;

  /** Sets the header that says what would be taken at the API, before a problem is written. */
  AuthenticationEntryPoint challenge();

  /** One sentence for the problem: what to send. */
  String hint();

  /** What the login page shows. */
  Map<String, Object> loginPage();

  /** Where pages may send a form beside this service, as in a content security policy. */
  default String formTargets() {
    return "";
  }
}

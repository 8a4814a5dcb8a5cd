package dev.candor.access.internal.demonstration;

import dev.candor.access.internal.SigningIn;
import dev.candor.access.internal.openid.NoOpenIdProvider;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/** With a name and the password that the login page names: at pages by a form, else by Basic. */
@Component
@Conditional(NoOpenIdProvider.class)
class DemonstrationSigningIn implements SigningIn {

  private final DemonstrationPeople people;

  DemonstrationSigningIn(DemonstrationPeople people) {
    this.people = people;
  }

  @Override
  public void atPages(HttpSecurity http) throws Exception {
    http.formLogin(form -> form.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll());
  }

  @Override
  public void atApi(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception {
    http.httpBasic(basic -> basic.authenticationEntryPoint(problems));
  }

  @Override
  public AuthenticationEntryPoint challenge() {
    return (request, response, failure) ->
        response.setHeader(
            HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Candor\", charset=\"UTF-8\"");
  }

  @Override
  public String hint() {
    return "Sign in with a name and password of Candor";
  }

  @Override
  public Map<String, Object> loginPage() {
    return Map.of("people", people.inOrder(), "password", DemonstrationPeople.PASSWORD);
  }
}

package dev.candor.access.internal.openid;

import dev.candor.access.internal.SigningIn;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * At the provider, which says who it is: at pages by its own login, at the API by its bearer
 * tokens. Rights are never taken from a session or token themselves but from what was last taken
 * down.
 */
@Component
@Conditional(OpenIdProvider.class)
class OpenIdSigningIn implements SigningIn {

  private final OneProvider provider;
  private final OpenIdPeople people;
  private final ClientRegistrationRepository registrations;
  private final JwtDecoder tokens;

  OpenIdSigningIn(
      OneProvider provider,
      OpenIdPeople people,
      ClientRegistrationRepository registrations,
      JwtDecoder tokens) {
    this.provider = provider;
    this.people = people;
    this.registrations = registrations;
    this.tokens = tokens;
  }

  @Override
  public void atPages(HttpSecurity http) throws Exception {
    var atProvider = new OidcUserService();
    var afterwards = new OidcClientInitiatedLogoutSuccessHandler(registrations);
    afterwards.setPostLogoutRedirectUri("{baseUrl}/login?out");
    afterwards.setDefaultTargetUrl("/login?out");
    http.oauth2Login(
            login ->
                login
                    .loginPage(provider.signInPath())
                    .failureUrl("/login?error")
                    .userInfoEndpoint(
                        user ->
                            user.oidcUserService(
                                request -> remembered(request, atProvider.loadUser(request)))))
        .logout(logout -> logout.logoutSuccessHandler(afterwards).permitAll());
  }

  @Override
  public void atApi(HttpSecurity http, AuthenticationEntryPoint problems) throws Exception {
    http.oauth2ResourceServer(
        server ->
            server
                .authenticationEntryPoint(problems)
                .jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(this::remembered)));
  }

  @Override
  public AuthenticationEntryPoint challenge() {
    return new BearerTokenAuthenticationEntryPoint();
  }

  @Override
  public String hint() {
    return "Send a bearer token of " + provider.name() + " that is meant for this API";
  }

  @Override
  public Map<String, Object> loginPage() {
    return Map.of("provider", provider.name(), "signInPath", provider.signInPath());
  }

  @Override
  public String formTargets() {
    return provider.origin();
  }

  /** Known by the subject, whatever else the provider calls them. */
  private OidcUser remembered(OidcUserRequest request, OidcUser user) {
    people.remember(user.getClaims(), request.getIdToken().getIssuedAt());
    return new DefaultOidcUser(List.of(), request.getIdToken(), user.getUserInfo(), "sub");
  }

  private AbstractAuthenticationToken remembered(Jwt token) {
    people.remember(token.getClaims(), token.getIssuedAt());
    return new JwtAuthenticationToken(token, List.of(), token.getSubject());
  }
}

package dev.candor.access.internal;

import dev.candor.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets in, and by which door: pages by a session, the API by what each call brings with it. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /**
   * Scripts are ours only. The diagram editors set styles on their elements, hence unsafe-inline.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'self'; frame-ancestors 'none';"
          + " form-action 'self' ";

  /** Links in letters are signed, and stand for their reader: no session counts there. */
  private static final String LETTERS = "/letters/*";

  private final SigningIn signingIn;
  private final SignedInPerson signedIn;
  private final FailedSignIns failedSignIns;

  SecurityConfiguration(SigningIn signingIn, SignedInPerson signedIn, FailedSignIns failedSignIns) {
    this.signingIn = signingIn;
    this.signedIn = signedIn;
    this.failedSignIns = failedSignIns;
  }

  @Bean
  static PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /** Compares paths alone: without it, each pattern has the handler of the request looked up. */
  @Bean
  static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  /**
   * No cookie counts here, so nothing can be forged across sites and CSRF tokens are not needed.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ProblemsOfSigningIn problems) throws Exception {
    signingIn.atApi(http, problems);
    return http.securityMatcher("/api/**", "/actuator/metrics/**", "/actuator/prometheus")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/**")
                    .access(only(Role.ADMIN))
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(this::secure)
        .addFilterAfter(new SignInLimit(failedSignIns), HeaderWriterFilter.class)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    signingIn.atPages(http);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/login",
                        LETTERS,
                        "/error",
                        "/assets/**",
                        "/favicon.ico",
                        "/favicon.svg",
                        "/actuator/health/**",
                        "/v3/api-docs/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .csrf(csrf -> csrf.ignoringRequestMatchers(LETTERS))
        .headers(this::secure)
        .addFilterAfter(new SignInLimit(failedSignIns), HeaderWriterFilter.class)
        .build();
  }

  private AuthorizationManager<RequestAuthorizationContext> only(Role role) {
    return (authentication, context) ->
        new AuthorizationDecision(signedIn.ifAny().filter(person -> person.is(role)).isPresent());
  }

  private void secure(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(
            policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY + signingIn.formTargets()))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
  }
}

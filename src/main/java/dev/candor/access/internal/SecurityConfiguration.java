package dev.candor.access.internal;

import dev.candor.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Who gets in, and by which door: pages by a form and a session, the API by Basic and nothing else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  /**
   * Scripts are ours only. The diagram editors set styles on their elements, hence unsafe-inline.
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " font-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  /**
   * No cookie counts here, so nothing can be forged across sites and CSRF tokens are not needed.
   */
  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ProblemsOfSigningIn problems, SignedInPerson signedIn)
      throws Exception {
    return http.securityMatcher("/api/**", "/actuator/metrics/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/**")
                    .access((who, request) -> new AuthorizationDecision(runsTheService(signedIn)))
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(problems))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .headers(SecurityConfiguration::secure)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(
                        "/login",
                        "/error",
                        "/assets/**",
                        "/favicon.ico",
                        "/favicon.svg",
                        "/actuator/health/**",
                        "/v3/api-docs/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(form -> form.loginPage("/login").permitAll())
        .logout(logout -> logout.logoutSuccessUrl("/login?out").permitAll())
        .csrf(Customizer.withDefaults())
        .headers(SecurityConfiguration::secure)
        .build();
  }

  private static boolean runsTheService(SignedInPerson signedIn) {
    return signedIn.ifAny().filter(person -> person.is(Role.ADMIN)).isPresent();
  }

  private static void secure(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), microphone=(), geolocation=()"));
  }
}

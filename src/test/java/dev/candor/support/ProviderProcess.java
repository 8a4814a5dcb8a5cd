package dev.candor.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** What {@link Provider} starts. Not annotated as a configuration: the service must not find it. */
@EnableWebSecurity
@ImportAutoConfiguration({
  ServletWebServerFactoryAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  WebMvcAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  SecurityFilterAutoConfiguration.class
})
class ProviderProcess {

  static final String READY = "The provider is ready";

  private static final Map<String, Map<String, Object>> CLAIMS =
      Map.of(
          "maya",
          Map.of(
              "name", "Maya Stein",
              "email", "maya@people.example",
              "zoneinfo", "Europe/London",
              "groups", List.of("desk", "everybody"),
              "desks", List.of("west")),
          "reports",
          Map.of("groups", List.of("legal-lead"), "aud", List.of("candor-api")));

  public static void main(String[] arguments) {
    var provider = new SpringApplication(ProviderProcess.class);
    provider.setLogStartupInfo(false);
    provider.run(arguments);
    System.out.println(READY);
  }

  @Bean
  @Order(1)
  SecurityFilterChain protocol(HttpSecurity http) throws Exception {
    var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, configured -> configured.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(
            handling ->
                handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain login(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        User.withUsername("maya").password("{noop}secret").build());
  }

  @Bean
  RegisteredClientRepository clients(@Value("${candor}") String candor) {
    return new InMemoryRegisteredClientRepository(
        client("candor")
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(candor + "/login/oauth2/code/company")
            .postLogoutRedirectUri(candor + "/login?out")
            .scope("openid")
            .scope("profile")
            .build(),
        client("reports").authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).build(),
        client("another")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build());
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context ->
        context
            .getClaims()
            .claims(
                claims ->
                    claims.putAll(CLAIMS.getOrDefault(context.getPrincipal().getName(), Map.of())));
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate()));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  AuthorizationServerSettings settings(@Value("${issuer}") String issuer) {
    return AuthorizationServerSettings.builder().issuer(issuer).build();
  }

  private static RegisteredClient.Builder client(String id) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret("{noop}" + Provider.secretOf(id))
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
  }
}

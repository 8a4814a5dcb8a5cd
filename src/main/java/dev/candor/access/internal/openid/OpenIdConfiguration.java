package dev.candor.access.internal.openid;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/**
 * The provider is asked for its addresses and keys when somebody first comes: that it is away when
 * the service starts stops no case.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OpenIdProvider.class)
@EnableConfigurationProperties({OAuth2ClientProperties.class, OpenIdSettings.class})
class OpenIdConfiguration {

  @Bean
  OneProvider openIdProvider(OAuth2ClientProperties configured, OpenIdSettings settings) {
    return OneProvider.of(configured, settings);
  }

  @Bean
  ClientRegistrationRepository clientRegistrations(
      OneProvider provider, OAuth2ClientProperties configured) {
    Supplier<InMemoryClientRegistrationRepository> asked =
        () ->
            new InMemoryClientRegistrationRepository(
                new OAuth2ClientPropertiesMapper(configured).asClientRegistrations());
    return new SupplierClientRegistrationRepository(asked);
  }

  @Bean
  JwtDecoder bearerTokens(
      OneProvider provider, ClientRegistrationRepository registrations, OpenIdSettings settings) {
    return new SupplierJwtDecoder(
        () -> {
          var asked = registrations.findByRegistrationId(provider.registration());
          var decoder =
              NimbusJwtDecoder.withJwkSetUri(asked.getProviderDetails().getJwkSetUri())
                  .validateType(false)
                  .build();
          decoder.setJwtValidator(
              new DelegatingOAuth2TokenValidator<>(
                  new JwtTimestampValidator(),
                  new JwtIssuerValidator(provider.issuer().toString()),
                  new JwtClaimValidator<List<String>>(
                      JwtClaimNames.AUD,
                      audience -> audience != null && audience.contains(settings.apiAudience())),
                  new JwtClaimValidator<String>(
                      JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank())));
          return decoder;
        });
  }
}

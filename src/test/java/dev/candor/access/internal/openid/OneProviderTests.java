package dev.candor.access.internal.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class OneProviderTests {

  private static final Map<String, String> RIGHT =
      Map.of(
          "client.registration.company.client-id", "candor",
          "client.registration.company.scope", "openid,profile",
          "client.provider.company.issuer-uri", "https://people.example:8443/realm");

  @Test
  void shouldKnowWhereItIs() {
    var provider = configured(RIGHT);

    assertThat(provider.name()).isEqualTo("company");
    assertThat(provider.origin()).isEqualTo("https://people.example:8443");
    assertThat(provider.signInPath()).isEqualTo("/oauth2/authorization/company");
  }

  @ParameterizedTest
  @CsvSource({
    "client.registration.another.client-id, two, several OpenID providers",
    "client.provider.company.issuer-uri, '', address is not configured",
    "client.registration.company.scope, profile, not asked who signs in",
    "openid.api-audience, candor, would open the API"
  })
  void shouldRefuseWhatNobodyCouldComeFrom(String property, String value, String said) {
    var changed = new HashMap<>(RIGHT);
    changed.put(property, value);

    var refused = catchThrowableOfType(OneProvider.CannotBeUsed.class, () -> configured(changed));

    assertThat(refused).hasMessageContaining(said);
    assertThat(refused.whatToDo()).containsAnyOf("spring.security.oauth2.", "candor.access.");
  }

  private static OneProvider configured(Map<String, String> properties) {
    var binder = new Binder(new MapConfigurationPropertySource(properties));
    return OneProvider.of(
        binder.bind("client", OAuth2ClientProperties.class).get(),
        binder.bindOrCreate("openid", OpenIdSettings.class));
  }
}

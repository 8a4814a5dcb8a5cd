package dev.candor.access.internal.openid;

import java.net.URI;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.util.StringUtils;

/**
 * The provider that is configured.
 *
 * @param registration the id under which it is configured
 * @param name how people call it
 * @param issuer its address, as its tokens name it
 * @param clientId who this service is to it
 */
record OneProvider(String registration, String name, URI issuer, String clientId) {

  /** Why the provider that is configured is none that people can come from. */
  static class CannotBeUsed extends RuntimeException {

    private final String whatToDo;

    CannotBeUsed(String what, String whatToDo) {
      super(what);
      this.whatToDo = whatToDo;
    }

    String whatToDo() {
      return whatToDo;
    }
  }

  /**
   * @throws CannotBeUsed when there are several, or something needed is not said
   */
  static OneProvider of(OAuth2ClientProperties configured, OpenIdSettings settings) {
    if (configured.getRegistration().size() > 1) {
      throw new CannotBeUsed(
          "several OpenID providers are configured, and a subject of one may be another person at"
              + " the next",
          "Leave one in spring.security.oauth2.client.registration.*");
    }
    var registered = configured.getRegistration().entrySet().iterator().next();
    String id = registered.getKey();
    var client = registered.getValue();
    var provider =
        configured.getProvider().get(client.getProvider() == null ? id : client.getProvider());
    if (provider == null || !StringUtils.hasText(provider.getIssuerUri())) {
      throw new CannotBeUsed(
          "the OpenID provider's address is not configured",
          "Set spring.security.oauth2.client.provider.%s.issuer-uri".formatted(id));
    }
    if (client.getScope() == null || !client.getScope().contains("openid")) {
      throw new CannotBeUsed(
          "the OpenID provider is not asked who signs in",
          "Set spring.security.oauth2.client.registration.%s.scope=openid,profile,email"
              .formatted(id));
    }
    if (settings.apiAudience().equals(client.getClientId())) {
      throw new CannotBeUsed(
          "a token that says who signed in would open the API",
          "Set candor.access.openid.api-audience to another name than the client's id");
    }
    return new OneProvider(
        id,
        client.getClientName() == null ? id : client.getClientName(),
        URI.create(provider.getIssuerUri()),
        client.getClientId());
  }

  String signInPath() {
    return "/oauth2/authorization/" + registration;
  }

  /** Scheme, host and port. */
  String origin() {
    return issuer.getScheme() + "://" + issuer.getRawAuthority();
  }
}

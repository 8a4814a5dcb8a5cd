package dev.candor.access.internal.openid;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True where {@code spring.security.oauth2.client.registration.*} names a provider. */
class OpenIdProvider implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return Binder.get(context.getEnvironment())
        .bind(
            "spring.security.oauth2.client.registration",
            Bindable.mapOf(String.class, Object.class))
        .map(registrations -> !Map.of().equals(registrations))
        .orElse(false);
  }
}

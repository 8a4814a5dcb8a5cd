package dev.candor.access.internal.openid;

import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** True while {@code spring.security.oauth2.client.registration.*} names nobody. */
public class NoOpenIdProvider extends OpenIdProvider {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !super.matches(context, metadata);
  }
}

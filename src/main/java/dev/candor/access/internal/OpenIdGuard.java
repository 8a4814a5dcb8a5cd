package dev.candor.access.internal;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Refuses to start with an OpenID provider configured: without people from there, and without the
 * demonstration people, nobody could sign in.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OpenIdGuard.ProviderConfigured.class)
class OpenIdGuard {

  @Bean
  static BeanFactoryPostProcessor refuseOpenIdProvider() {
    return beans -> {
      throw new OpenIdNotTaken();
    };
  }

  static class OpenIdNotTaken extends RuntimeException {
    OpenIdNotTaken() {
      super("this version takes no people from an OpenID provider");
    }
  }

  static class ProviderConfigured extends NoneNestedConditions {
    ProviderConfigured() {
      super(ConfigurationPhase.REGISTER_BEAN);
    }

    @Conditional(NoOpenIdProvider.class)
    static class None {}
  }
}

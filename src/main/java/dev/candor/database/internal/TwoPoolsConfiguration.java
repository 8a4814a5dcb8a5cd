package dev.candor.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.candor.database.ServiceAtWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.jdbc.DataSourceHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes two pools of the one that is configured. */
@Configuration(proxyBeanMethods = false)
class TwoPoolsConfiguration {

  @Bean
  static DestructionAwareBeanPostProcessor twoPools(ObjectProvider<ServiceAtWork> serviceAtWork) {
    return new MakingTwo(serviceAtWork);
  }

  /** Of the other pool Spring Boot tells by itself. */
  @Bean
  InitializingBean metricsOfTheServicesPool(DataSource dataSource, MeterRegistry registry) {
    return () -> {
      if (dataSource instanceof TwoPools pools) {
        pools.service().setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
      }
    };
  }

  /** In place of Spring Boot's, which asks one pool; by the name that it looks for. */
  @Bean
  HealthIndicator dbHealthIndicator(DataSource dataSource) {
    return dataSource instanceof TwoPools pools
        ? pools.health()
        : new DataSourceHealthIndicator(dataSource);
  }

  private static final class MakingTwo implements DestructionAwareBeanPostProcessor {

    private final ObjectProvider<ServiceAtWork> serviceAtWork;
    private final Map<Object, TwoPools> made = new ConcurrentHashMap<>();

    MakingTwo(ObjectProvider<ServiceAtWork> serviceAtWork) {
      this.serviceAtWork = serviceAtWork;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
      return bean instanceof HikariDataSource pool
          ? made.computeIfAbsent(pool, key -> new TwoPools(pool, serviceAtWork.getObject()))
          : bean;
    }

    @Override
    public void postProcessBeforeDestruction(Object bean, String name) {
      made.remove(bean).close();
    }

    @Override
    public boolean requiresDestruction(Object bean) {
      return made.containsKey(bean);
    }
  }
}

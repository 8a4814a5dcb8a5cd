package dev.candor.database.internal;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks at the role before anything is migrated, so that nothing comes to belong to the wrong one,
 * and at role and tables before the service does anything with them.
 */
@Configuration(proxyBeanMethods = false)
class RowSecurityConfiguration {

  @Bean
  FlywayMigrationStrategy migrationByTheRightRole(RowSecurity security) {
    return flyway -> {
      security.checkRole();
      flyway.migrate();
    };
  }

  @Bean
  @DependsOnDatabaseInitialization
  InitializingBean rowSecurityCheck(RowSecurity security) {
    return () -> {
      security.checkRole();
      security.checkMigrated();
    };
  }
}

package dev.candor.database.internal;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leads the data source and the migrations to the built-in database, each by its own role. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(BuiltInDatabase.class)
class BuiltInDatabaseConfiguration {

  /** Closed after all that is connected to it, because the data source depends on it. */
  @Bean(destroyMethod = "close")
  ApplicationConnection applicationConnection(BuiltInDatabase database) {
    return new ApplicationConnection(database);
  }

  @Bean
  MigrationConnection migrationConnection(BuiltInDatabase database) {
    return new MigrationConnection(database);
  }

  record ApplicationConnection(BuiltInDatabase database)
      implements JdbcConnectionDetails, AutoCloseable {

    @Override
    public String getUsername() {
      return CandorDatabase.APPLICATION;
    }

    @Override
    public String getPassword() {
      return database.get().server().passwords().application();
    }

    @Override
    public String getJdbcUrl() {
      return database.get().jdbcUrl();
    }

    @Override
    public void close() {
      database.close();
    }
  }

  record MigrationConnection(BuiltInDatabase database) implements FlywayConnectionDetails {

    @Override
    public String getUsername() {
      return CandorDatabase.OWNER;
    }

    @Override
    public String getPassword() {
      return database.get().server().passwords().owner();
    }

    @Override
    public String getJdbcUrl() {
      return database.get().jdbcUrl();
    }
  }
}

package dev.candor.database.internal;

import dev.candor.database.DatabaseSettings;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;

/**
 * Starts the built-in database where none is configured, before anything else and in parallel with
 * it: PostgreSQL takes a second or two, and so does the rest.
 */
class StartBuiltInDatabase implements ApplicationListener<ApplicationPreparedEvent> {

  @Override
  public void onApplicationEvent(ApplicationPreparedEvent event) {
    var context = event.getApplicationContext();
    var environment = context.getEnvironment();
    if (environment.containsProperty("spring.datasource.url")) {
      return;
    }
    var settings = Binder.get(environment).bindOrCreate("candor.database", DatabaseSettings.class);
    var folder = Path.of(environment.getProperty("candor.data-dir", "data")).resolve("postgres");
    var database = new BuiltInDatabase(folder, settings.port(), Map.of());
    context.getBeanFactory().registerSingleton("builtInDatabase", database);
    // For a start that fails before the bean below exists, and after every context is closed.
    SpringApplication.getShutdownHandlers().add(database::close);
  }
}

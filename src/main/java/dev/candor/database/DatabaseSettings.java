package dev.candor.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The built-in PostgreSQL, used where {@code spring.datasource.url} is not set.
 *
 * @param port on the loopback interface; 0 = any free
 */
@ConfigurationProperties("candor.database")
public record DatabaseSettings(@DefaultValue("0") int port) {}

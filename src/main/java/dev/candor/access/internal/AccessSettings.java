package dev.candor.access.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How signing in is guarded.
 *
 * @param failedSignInsPerMinute how often it may fail from one address before that has to wait
 */
@ConfigurationProperties("candor.access")
record AccessSettings(@DefaultValue("10") int failedSignInsPerMinute) {}

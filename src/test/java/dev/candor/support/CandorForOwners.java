package dev.candor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service once more, for tests that change diagrams, tables and forms in force: the
 * others must not see that. Test classes with this annotation share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CandorTest
@TestPropertySource(properties = "spring.application.name=candor-for-process-owners")
public @interface CandorForOwners {}

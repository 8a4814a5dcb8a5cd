package dev.candor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service once more, for tests that move its engine's time: it passes the deadlines of
 * all its cases, and each tells people. Test classes with this annotation share one; {@link
 * EngineTime} moves it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@CandorTest
@TestPropertySource(properties = "spring.application.name=candor-whose-time-is-moved")
public @interface CandorInAnotherTime {}

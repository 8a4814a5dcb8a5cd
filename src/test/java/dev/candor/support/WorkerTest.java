package dev.candor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which of the three tests that every worker has a test method is, and of which workers. {@code
 * EachWorkerIsTestedTests} lists them, and fails where one is missing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(WorkerTest.Several.class)
public @interface WorkerTest {

  /** All workers there are, where a test goes through them. */
  String EACH = "*";

  Shows value();

  /** The types of the workers' jobs. */
  String[] of();

  /** What such a test shows. */
  enum Shows {
    /** The job is done; when it comes again, nothing is added. */
    DONE_ONCE,
    /** What cannot be done at the moment is tried again, and the error says no word of the case. */
    TRIED_AGAIN,
    /** The other outcome that the business knows: too late, refused, nothing found, nobody left. */
    OTHER_OUTCOME
  }

  /** For a method with more than one. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface Several {
    WorkerTest[] value();
  }
}

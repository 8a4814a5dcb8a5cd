package dev.candor.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole service on free ports: engine (in memory), workers, a fresh PostgreSQL database, mail
 * server. Test classes with this annotation share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "candor.runtime.in-memory=true",
      "candor.runtime.rest-port=0",
      "candor.runtime.grpc-port=0",
      "candor.runtime.management-port=0",
      "candor.mail.smtp-port=0",
      "candor.mail.imap-port=0",
      // A test that compares the desk with the engine does it itself.
      "candor.tasks.reconcile-every=1d",
      "candor.intake.mail.interval=1s",
      "candor.intake.mail.largest=1MB",
      // A test waits for one letter; that letters wait for each other is shown where they do.
      "candor.mail.gathering=20ms",
      // Everybody knocks at every door from one address.
      "candor.access.failed-sign-ins-per-minute=100000",
      // One employee flags what all tests need.
      "candor.intake.flags-per-hour=100000"
    })
public @interface CandorTest {}

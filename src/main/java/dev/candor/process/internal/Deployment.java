package dev.candor.process.internal;

import dev.candor.outbox.Backoff;
import dev.candor.process.FileSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys diagrams, tables and forms as one set, so that they always fit each other: those of the
 * service, or those deployed last (ADR 11). The service starts without waiting for it; it is tried
 * again until the engine has them.
 */
@Component("processDeployment")
class Deployment implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(Deployment.class);

  private final CamundaProcessSets sets;
  private final ResourcePatternResolver resources;
  private final ProcessSettings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile boolean deployed;
  private volatile String trouble = "not tried yet";

  Deployment(CamundaProcessSets sets, ResourcePatternResolver resources, ProcessSettings settings) {
    this.sets = sets;
    this.resources = resources;
    this.settings = settings;
  }

  @Override
  public void start() {
    if (settings.deploy()) {
      // It reads the packaged jar while others load classes from it: a thread of its own (ADR 8).
      thread = Thread.ofPlatform().daemon().name("process-deployment").start(this::deployUntilDone);
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /** Whether the engine has them, of this version. */
  boolean isDone() {
    return deployed;
  }

  @Override
  public Health health() {
    if (deployed || !settings.deploy()) {
      return Health.up().withDetail("deployed", deployed).build();
    }
    return Health.down().withDetail("deployed", false).withDetail("trouble", trouble).build();
  }

  private void deployUntilDone() {
    var backoff = new Backoff(settings.firstRetry(), Duration.ofSeconds(5));
    var files = files();
    for (var attempt = 1; !deployed && !files.isEmpty(); attempt++) {
      tryOnce(files);
      if (!deployed && stopsWithin(backoff.after(attempt))) {
        return;
      }
    }
    deployed = true;
  }

  private void tryOnce(FileSet files) {
    try {
      var started = sets.start(files);
      deployed = true;
      log.info("Deployed {} files", started.deployed().names().size());
      started
          .replaced()
          .ifPresent(
              set ->
                  log.warn(
                      "This service brings processes of its own, now in force instead of set {}; that"
                          + " one is kept and can be deployed again",
                      set.number()));
    } catch (RuntimeException e) {
      var failure = EngineFailure.of(e);
      var invalid = failure.kind() == EngineFailure.Kind.INVALID;
      var said = invalid ? failure.detail() : "the engine does not answer: " + failure.code();
      if (!said.equals(trouble)) {
        log.atLevel(invalid ? Level.ERROR : Level.INFO)
            .log("The processes are not deployed yet, {}", said);
      }
      trouble = said;
    }
  }

  private FileSet files() {
    var files = new HashMap<String, byte[]>();
    try {
      for (var kind : FileSet.KINDS) {
        for (var file : resources.getResources("classpath*:processes/*." + kind)) {
          files.put(Objects.requireNonNull(file.getFilename()), file.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FileSet.of(files);
  }

  private boolean stopsWithin(Duration wait) {
    try {
      return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}

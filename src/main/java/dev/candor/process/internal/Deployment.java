package dev.candor.process.internal;

import dev.candor.outbox.Backoff;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys diagrams, tables and forms as one set, so that they always fit each other. The service
 * starts without waiting for it; it is tried again until the engine has them.
 */
@Component("processDeployment")
class Deployment implements SmartLifecycle, HealthIndicator {

  private static final Logger log = LoggerFactory.getLogger(Deployment.class);
  private static final List<String> KINDS = List.of("bpmn", "dmn", "form");

  private final CamundaClient camunda;
  private final ResourcePatternResolver resources;
  private final ProcessSettings settings;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private volatile boolean deployed;
  private volatile String trouble = "not tried yet";

  Deployment(CamundaClient camunda, ResourcePatternResolver resources, ProcessSettings settings) {
    this.camunda = camunda;
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

  private void tryOnce(List<Resource> files) {
    try {
      var deployment = deploy(files);
      deployed = true;
      log.info("Deployed {} files as {}", files.size(), deployment);
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

  private long deploy(List<Resource> files) {
    DeployResourceCommandStep1 command = camunda.newDeployResourceCommand();
    DeployResourceCommandStep2 set = null;
    try {
      for (var file : files) {
        set =
            (set == null ? command : set)
                .addResourceBytes(file.getContentAsByteArray(), file.getFilename());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(set).send().join().getKey();
  }

  private List<Resource> files() {
    var files = new ArrayList<Resource>();
    try {
      for (var kind : KINDS) {
        files.addAll(List.of(resources.getResources("classpath*:processes/*." + kind)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(Comparator.comparing(Resource::getFilename));
    return files;
  }

  private boolean stopsWithin(Duration wait) {
    try {
      return stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}

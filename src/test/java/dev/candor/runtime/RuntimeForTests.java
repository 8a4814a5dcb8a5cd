package dev.candor.runtime;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.process.test.api.CamundaAssert;
import io.camunda.process.test.api.CamundaProcessTestExtension;
import io.camunda.process.test.api.CamundaProcessTestRuntimeMode;
import java.net.URI;
import java.time.Duration;

/**
 * A Camunda 8 for process tests with Camunda Process Test. In a test class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final CamundaProcessTestExtension CAMUNDA = RuntimeForTests.processTest();
 *
 * CamundaClient client;               // injected
 * CamundaProcessTestContext context;  // injected: mockJobWorker, increaseTime, …
 * }</pre>
 *
 * Nothing else is needed: the runtime runs in this JVM, in memory, one for all test classes; it is
 * purged after each test, so deploy in the test or in a {@code @BeforeEach}. Wait by the assertions
 * of {@code CamundaAssert}, never by sleeping. The coverage report is under {@code
 * target/coverage-report}.
 *
 * <p>The same tests run elsewhere by the system property {@value #CLUSTER}: {@code testcontainers},
 * or a cluster's addresses as {@code <REST>,<gRPC>,<monitoring>}, for example {@code
 * http://localhost:8080,http://localhost:26500,http://localhost:9600}.
 */
public final class RuntimeForTests {

  /** Where process tests run; not set: in this JVM. */
  public static final String CLUSTER = "candor.test.cluster";

  private RuntimeForTests() {}

  /**
   * How long an assertion that does not hold yet waits before it looks again. An engine in this JVM
   * answers in a millisecond; by Camunda's default of 100 a case spent a third of its time asleep.
   */
  private static final Duration SOON = Duration.ofMillis(10);

  /** The extension of Camunda Process Test, ready to be registered. */
  public static CamundaProcessTestExtension processTest() {
    String cluster = System.getProperty(CLUSTER, "");
    if (cluster.equals("testcontainers")) {
      return new CamundaProcessTestExtension()
          .withRuntimeMode(CamundaProcessTestRuntimeMode.MANAGED);
    }
    if (cluster.isEmpty()) {
      CamundaAssert.setAssertionInterval(SOON);
      CamundaRuntime runtime = Shared.RUNTIME;
      return at(runtime.restAddress(), runtime.grpcAddress(), runtime.managementAddress());
    }
    String[] addresses = cluster.split(",");
    return at(URI.create(addresses[0]), URI.create(addresses[1]), URI.create(addresses[2]));
  }

  private static CamundaProcessTestExtension at(URI rest, URI grpc, URI monitoring) {
    return new CamundaProcessTestExtension()
        .withRuntimeMode(CamundaProcessTestRuntimeMode.REMOTE)
        .withRemoteCamundaClientBuilderFactory(() -> builder(rest, grpc))
        .withRemoteCamundaMonitoringApiAddress(monitoring);
  }

  /** A new runtime in memory with all its ports; close it. */
  public static CamundaRuntime start() {
    return CamundaRuntime.builder().restPort(0).grpcPort(0).managementPort(0).start();
  }

  /** A new client that speaks REST to the runtime; close it. */
  public static CamundaClient client(CamundaRuntime runtime) {
    return builder(runtime.restAddress(), runtime.grpcAddress()).preferRestOverGrpc(true).build();
  }

  /** A new client that speaks gRPC where it can; close it. */
  public static CamundaClient grpcClient(CamundaRuntime runtime) {
    return builder(runtime.restAddress(), runtime.grpcAddress()).preferRestOverGrpc(false).build();
  }

  private static CamundaClientBuilder builder(URI rest, URI grpc) {
    return CamundaClient.newClientBuilder().restAddress(rest).grpcAddress(grpc);
  }

  /** One runtime for all process tests of this JVM. */
  private static final class Shared {
    static final CamundaRuntime RUNTIME = start();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(RUNTIME::close));
    }
  }
}

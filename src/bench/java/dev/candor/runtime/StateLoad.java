package dev.candor.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.bench.ChildJvm;
import dev.candor.bench.ClosedLoop;
import dev.candor.bench.Figures;
import dev.candor.runtime.internal.RuntimeCore;
import dev.candor.runtime.internal.command.Command;
import dev.candor.runtime.internal.engine.Engineer;
import dev.candor.runtime.internal.projection.UserTaskRow;
import dev.candor.runtime.internal.query.SearchRequest;
import dev.candor.runtime.internal.query.SearchResult;
import dev.candor.runtime.internal.request.StreamWishes;
import dev.candor.runtime.internal.request.Values;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.processinstance.ProcessInstanceCreationRecord;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceCreationIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** One run of {@link StateBench}, in a JVM of its own. */
final class StateLoad {

  private static final int UNDER_WAY = 100;
  private static final int GROUPS = 10;
  private static final int PAGES = 200;
  private static final Map<String, Object> VARIABLES = Map.of("words", "x".repeat(100));
  private static final ObjectMapper JSON = new ObjectMapper();

  private final CamundaRuntime runtime;
  private final RuntimeCore core;

  private StateLoad(CamundaRuntime runtime) {
    this.runtime = runtime;
    this.core = runtime.core();
  }

  /** What a run saw; a page's times as p50 / p99. */
  record Seen(
      int finished,
      int open,
      double emptyMegabytes,
      double heapMegabytes,
      long snapshots,
      double snapshotMillis,
      double createP50,
      double createP99,
      double createMost,
      double closeMillis,
      double startMillis,
      String byDate,
      String ofGroup,
      String deep) {}

  /**
   * @param arguments the folder, and how many instances are to finish
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int finished = Integer.parseInt(arguments[1]);
    int open = finished / 10;
    try (var warm = CamundaRuntime.durable(folder.resolve("warm"))) {
      var load = new StateLoad(warm);
      load.prepare();
      load.create(2_000);
      load.completeTasks(2_000);
    }
    double empty = heap();
    var load = new StateLoad(CamundaRuntime.durable(folder.resolve("measured")));
    load.prepare();
    Histogram creates = load.create(finished + open);
    load.completeTasks(finished);
    double heap = heap();
    var timer = load.core.meters().timer("candor.runtime.snapshot");
    String byDate = load.pages("{\"state\":\"CREATED\"}", null);
    String ofGroup = load.pages("{\"state\":\"CREATED\",\"candidateGroup\":\"group-3\"}", null);
    String deep = load.pages("{\"state\":\"CREATED\"}", load.cursorAt(open * 9 / 10));
    long closing = System.nanoTime();
    load.runtime.close();
    long starting = System.nanoTime();
    try (var again = CamundaRuntime.durable(folder.resolve("measured"))) {
      long started = System.nanoTime();
      ChildJvm.saw(
          new Seen(
              finished,
              open,
              empty,
              heap,
              timer.count(),
              timer.max(TimeUnit.MILLISECONDS),
              creates.getValueAtPercentile(50) / 1e6,
              creates.getValueAtPercentile(99) / 1e6,
              creates.getMaxValue() / 1e6,
              (starting - closing) / 1e6,
              (started - starting) / 1e6,
              byDate,
              ofGroup,
              deep));
    }
  }

  private void prepare() {
    for (int group = 0; group < GROUPS; group++) {
      new Engineer(core).deploy(model(group));
    }
    core.jobStreams()
        .open(
            "work",
            StreamWishes.of("bench", List.of(), 300_000, List.of()),
            (key, job) -> {
              core.commands().send(new Command(JobIntent.COMPLETE, key, new JobRecord()));
              return true;
            });
  }

  private static BpmnModelInstance model(int group) {
    return Bpmn.createExecutableProcess("process-" + group)
        .startEvent()
        .serviceTask("work", task -> task.zeebeJobType("work"))
        .userTask("person", task -> task.zeebeUserTask().zeebeCandidateGroups("group-" + group))
        .endEvent()
        .done();
  }

  private Histogram create(int instances) {
    var number = new AtomicInteger();
    var created =
        ClosedLoop.run(
            instances,
            UNDER_WAY,
            () ->
                core.commands()
                    .send(
                        new Command(
                            ProcessInstanceCreationIntent.CREATE,
                            new ProcessInstanceCreationRecord()
                                .setBpmnProcessId("process-" + number.getAndIncrement() % GROUPS)
                                .setVariables(Values.variables(VARIABLES)))));
    core.whenIdle().join();
    return created.nanos();
  }

  private void completeTasks(int tasks) {
    var open = core.projections().userTasks.table().rows().limit(tasks).toList().iterator();
    ClosedLoop.run(
        tasks,
        UNDER_WAY,
        () ->
            core.commands()
                .send(
                    new Command(
                        UserTaskIntent.COMPLETE,
                        open.next().userTaskKey().value(),
                        new UserTaskRecord())));
    core.whenIdle().join();
  }

  private String pages(String filter, String after) throws Exception {
    String page = after == null ? "" : ",\"after\":\"" + after + "\"";
    Histogram nanos = new Histogram(3);
    for (int i = 0; i < 2 * PAGES; i++) {
      long start = System.nanoTime();
      search(filter, "{\"limit\":50%s}".formatted(page));
      if (i >= PAGES) {
        nanos.recordValue(System.nanoTime() - start);
      }
    }
    return "%s / %s"
        .formatted(
            Figures.millis(nanos.getValueAtPercentile(50)),
            Figures.millis(nanos.getValueAtPercentile(99)));
  }

  private String cursorAt(int row) throws Exception {
    return search("{\"state\":\"CREATED\"}", "{\"from\":%d,\"limit\":1}".formatted(row))
        .page()
        .endCursor();
  }

  private SearchResult<UserTaskRow> search(String filter, String page) throws Exception {
    String body =
        "{\"filter\":%s,\"sort\":[{\"field\":\"creationDate\",\"order\":\"DESC\"}],\"page\":%s}"
            .formatted(filter, page);
    return core.projections().userTasks.table().search(SearchRequest.read(JSON.readTree(body)));
  }

  private static double heap() {
    System.gc();
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1048576.0;
  }
}

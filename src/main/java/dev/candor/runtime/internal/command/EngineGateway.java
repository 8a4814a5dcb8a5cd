package dev.candor.runtime.internal.command;

import dev.candor.runtime.internal.command.CommandFailure.Kind;
import dev.candor.runtime.internal.log.EngineLog;
import dev.candor.runtime.internal.log.Told;
import io.camunda.zeebe.auth.Authorization;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.LogStreamWriter.WriteFailure;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Writes commands into the log of the engine that runs at the moment. */
public final class EngineGateway implements CommandGateway {

  /** More than this under way is not served sooner by taking more. */
  private static final int MOST_UNDER_WAY = 20_000;

  /** So many callers wait that it serves them better to be answered together. */
  private static final int CROWD = 16;

  /** What every command claims of its sender, encoded once and not each time. */
  private static final DirectBuffer ANONYMOUS =
      new UnsafeBuffer(
          MsgPackConverter.convertToMsgPack(Map.of(Authorization.AUTHORIZED_ANONYMOUS_USER, true)));

  private final Executor callers;
  private final Told told;
  private final int streamId = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
  private final AtomicLong requests = new AtomicLong();
  private final Map<Long, CompletableFuture<CommandAnswer>> underWay = new ConcurrentHashMap<>();
  private volatile @Nullable Target target;

  /**
   * @param told learns of every answer
   * @param callers completes the answers, so that no caller's work is done on the engine's threads
   */
  public EngineGateway(Executor callers, Told told) {
    this.callers = callers;
    this.told = told;
  }

  private record Target(EngineLog log, LogStreamWriter writer) {}

  /** Takes commands from now on. */
  public void open(EngineLog log, LogStreamWriter writer) {
    target = new Target(log, writer);
  }

  /** Takes none any more; whoever waits hears why. */
  public void close(Kind kind, String why) {
    target = null;
    for (Long request : underWay.keySet()) {
      fail(request, new CommandFailure(kind, why));
    }
  }

  @Override
  public boolean isCrowded() {
    return underWay.size() > CROWD;
  }

  /** What the engine of this log has to answer into. */
  public CommandResponseWriter answersOf(EngineLog log) {
    return new Answers(log, streamId, this::complete);
  }

  @Override
  public CompletableFuture<CommandAnswer> send(Command command) {
    Target to = target;
    if (to == null) {
      return refused(Kind.NOT_RUNNING, "The runtime is not running");
    }
    if (!to.log.isWritable()) {
      return refused(Kind.STORAGE, "The runtime's log cannot be written at the moment");
    }
    if (underWay.size() >= MOST_UNDER_WAY) {
      return refused(Kind.BUSY, "Too many commands are under way");
    }
    long request = requests.incrementAndGet();
    var metadata = metadata(command).requestStreamId(streamId).requestId(request);
    var entry = LogAppendEntry.of(command.key(), metadata, command.value());
    if (!to.writer.canWriteEvents(1, entry.getLength())) {
      return refused(Kind.TOO_LARGE, "The command is larger than a record may be");
    }
    var answer = new CompletableFuture<CommandAnswer>();
    underWay.put(request, answer);
    to.writer
        .tryWrite(WriteContext.userCommand(command.intent()), entry)
        .ifLeft(failure -> fail(request, failure(failure)));
    if (target != to) {
      fail(request, new CommandFailure(Kind.PURGED, "The engine was replaced meanwhile"));
    }
    return answer;
  }

  @Override
  public void tell(Command command) {
    Target to = target;
    if (to != null && to.log.isWritable()) {
      to.writer.tryWrite(
          WriteContext.userCommand(command.intent()),
          LogAppendEntry.of(command.key(), metadata(command), command.value()));
    }
  }

  private static RecordMetadata metadata(Command command) {
    var metadata =
        new RecordMetadata()
            .recordType(RecordType.COMMAND)
            .valueType(command.valueType())
            .intent(command.intent())
            .authorization(anonymous());
    if (command.operationReference() != Command.NO_REFERENCE) {
      metadata.operationReference(command.operationReference());
    }
    return metadata;
  }

  /** A new one each time: it is written through mutable fields. */
  private static AuthInfo anonymous() {
    return new AuthInfo().setClaims(ANONYMOUS);
  }

  private void complete(long request, CommandAnswer answer) {
    var waiting = underWay.remove(request);
    if (waiting != null) {
      told.upTo(answer.position());
      callers.execute(() -> waiting.complete(answer));
    }
  }

  private void fail(long request, CommandFailure failure) {
    var waiting = underWay.remove(request);
    if (waiting != null) {
      callers.execute(() -> waiting.completeExceptionally(failure));
    }
  }

  private static CommandFailure failure(WriteFailure failure) {
    return switch (failure) {
      case CLOSED -> new CommandFailure(Kind.NOT_RUNNING, "The runtime is stopping");
      case WRITE_LIMIT_EXHAUSTED, REQUEST_LIMIT_EXHAUSTED ->
          new CommandFailure(Kind.BUSY, "Too many commands are under way");
      case INVALID_ARGUMENT ->
          new CommandFailure(Kind.TOO_LARGE, "The command cannot be written as a record");
    };
  }

  private static CompletableFuture<CommandAnswer> refused(Kind kind, String why) {
    return CompletableFuture.failedFuture(new CommandFailure(kind, why));
  }
}

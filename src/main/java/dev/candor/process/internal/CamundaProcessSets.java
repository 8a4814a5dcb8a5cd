package dev.candor.process.internal;

import dev.candor.process.EngineUnavailable;
import dev.candor.process.FileSet;
import dev.candor.process.ProcessSets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One deployment at a time: what the tables call the newest is what the engine has as newest. */
@Component
class CamundaProcessSets implements ProcessSets {

  private final EngineDeployment engine;
  private final ProcessSetTable table;
  private final DeploymentsInTheLedger ledger;

  CamundaProcessSets(
      EngineDeployment engine, ProcessSetTable table, DeploymentsInTheLedger ledger) {
    this.engine = engine;
    this.table = table;
    this.ledger = ledger;
  }

  @Override
  public List<DeployedSet> history() {
    return table.all();
  }

  @Override
  public Optional<DeployedSet> find(int number) {
    return history().stream().filter(set -> set.number() == number).findFirst();
  }

  @Override
  public FileSet files(int number) {
    return table
        .files(number)
        .orElseThrow(() -> new IllegalArgumentException("There is no set " + number));
  }

  @Override
  @Transactional
  public DeployedSet deploy(FileSet set, Origin origin, @Nullable String by) {
    table.lock();
    try {
      return add(set, origin, by);
    } catch (EngineFailure failure) {
      throw failure.kind() == EngineFailure.Kind.INVALID
          ? new SetRefused(EngineRefusal.reasons(failure.detail()))
          : new EngineUnavailable(failure);
    }
  }

  /**
   * What a start deploys: the set of the service when it is a new one, else what was deployed last.
   *
   * @throws EngineFailure when the engine will not have it, or does not answer
   */
  @Transactional
  public Started start(FileSet ofTheService) {
    table.lock();
    var sha256 = ofTheService.sha256();
    var newest = history().stream().findFirst();
    var isNew = !table.cameWithTheService(sha256);
    if (newest.isEmpty() || (isNew && !newest.get().sha256().equals(sha256))) {
      add(ofTheService, Origin.SERVICE, null);
      return new Started(ofTheService, newest.filter(set -> set.origin() != Origin.SERVICE));
    }
    var files = files(newest.get().number());
    engine.deploy(files);
    return new Started(files, Optional.empty());
  }

  private DeployedSet add(FileSet set, Origin origin, @Nullable String by) {
    var added = find(table.add(set, origin, by, engine.deploy(set))).orElseThrow();
    ledger.deployed(added, set);
    return added;
  }

  /**
   * @param deployed what the engine has now
   * @param replaced a set of a process owner that the service's new one came over
   */
  record Started(FileSet deployed, Optional<DeployedSet> replaced) {}
}

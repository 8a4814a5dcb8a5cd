package dev.candor.workers;

import dev.candor.cases.CaseRegister;
import dev.candor.cases.Decider;
import dev.candor.process.JobTypes;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes who decides a case; who, the diagram says in the header "decider". */
@Component
public class PassOnWorker {

  private final CaseRegister register;

  PassOnWorker(CaseRegister register) {
    this.register = register;
  }

  @JobWorker(type = JobTypes.PASS_ON)
  public void passOn(
      @VariablesAsType CaseVariables job, @CustomHeaders Map<String, String> headers) {
    var decider = headers.getOrDefault("decider", Decider.GENERAL_COUNSEL.name());
    register.passOn(job.reference(), Decider.valueOf(decider));
  }
}

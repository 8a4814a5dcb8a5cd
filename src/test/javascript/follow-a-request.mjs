// Follows one request to its end with Camunda's JavaScript SDK, and prints what it saw as one line of JSON.
// Called by JavaScriptSdkIT: node follow-a-request.mjs rest|grpc|stream <REST address> <gRPC address> <user> <password> <diagram>
import { Camunda8 } from '@camunda8/sdk';

const [way, rest, grpc, user, password, diagram] = process.argv.slice(2);

const camunda = new Camunda8({
  ZEEBE_REST_ADDRESS: rest,
  ZEEBE_GRPC_ADDRESS: grpc,
  CAMUNDA_AUTH_STRATEGY: 'BASIC',
  CAMUNDA_BASIC_AUTH_USERNAME: user,
  CAMUNDA_BASIC_AUTH_PASSWORD: password,
  CAMUNDA_LOG_LEVEL: 'none',
  ZEEBE_CLIENT_LOG_LEVEL: 'NONE',
});
const client = camunda.getCamundaRestClient();
const by = way === 'rest' ? overRest() : overGrpc();

const deployed = await by.deploy();
const worked = by.work();
const instance = await by.create({ country: 'NL' });
const job = await worked;

const task = await found(() => client.searchUserTasks({ filter: { processInstanceKey: instance, state: 'CREATED' } }));
await client.assignUserTask({ userTaskKey: task.userTaskKey, assignee: 'ada' });
await client.completeUserTask({ userTaskKey: task.userTaskKey, variables: { outcome: 'DECLINED' } });

const ended = await found(() => client.searchProcessInstances({ filter: { processInstanceKey: instance, state: 'COMPLETED' } }));
const outcome = await found(() => client.searchVariables({ filter: { processInstanceKey: instance, name: 'outcome' } }));
console.log(JSON.stringify({ deployed, job, task: task.elementId, state: ended.state, outcome: outcome.value }));

await by.close();
process.exit(0);

function overRest() {
  return {
    deploy: async () => (await client.deployResourcesFromFiles([diagram])).processes[0].processDefinitionId,
    create: async (variables) =>
      (await client.createProcessInstance({ processDefinitionId: 'request', variables })).processInstanceKey,
    work: () =>
      new Promise((done) =>
        client.createJobWorker({
          type: 'assess',
          worker: 'javascript',
          timeout: 60_000,
          maxJobsToActivate: 1,
          jobHandler: async (job) => {
            const receipt = await job.complete({ assessed: true });
            done(job.variables);
            return receipt;
          },
        }),
      ),
    close: async () => client.stopWorkers(),
  };
}

function overGrpc() {
  const zeebe = camunda.getZeebeGrpcApiClient();
  const handler = (done) => async (job) => {
    const receipt = await job.complete({ assessed: true });
    done(job.variables);
    return receipt;
  };
  return {
    deploy: async () => (await zeebe.deployResource({ processFilename: diagram })).deployments[0].process.bpmnProcessId,
    create: async (variables) =>
      (await zeebe.createProcessInstance({ bpmnProcessId: 'request', variables })).processInstanceKey,
    work: () =>
      new Promise((done) =>
        way === 'stream'
          ? zeebe.streamJobs({ type: 'assess', worker: 'javascript', timeout: 60_000, taskHandler: handler(done) })
          : zeebe.createWorker({ taskType: 'assess', timeout: 60_000, taskHandler: handler(done) }),
      ),
    close: () => zeebe.close(),
  };
}

/** The first item of a search that waits until there is one: a worker's completion is told before its effects are searched. */
async function found(search) {
  for (;;) {
    const { items } = await search();
    if (items.length > 0) {
      return items[0];
    }
  }
}

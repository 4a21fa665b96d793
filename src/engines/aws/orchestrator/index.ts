import type { Orchestrator } from '../../../ports/orchestrator.js';
import type { Client } from './client.js';
import { describe, redrive, start, stop } from './executions.js';
import { history } from './history.js';
import { answer, heartbeat } from './tokens.js';

/** Step Functions as the orchestrator. */
export const createOrchestrator = (client: Client): Orchestrator => ({
  start: (machine, name, input) => start(client, machine, name, input),
  describe: (execution) => describe(client, execution),
  history: (execution, after) => history(client, execution, after),
  stop: (execution, error, cause) => stop(client, execution, error, cause),
  redrive: (execution) => redrive(client, execution),
  answer: (token, given) => answer(client, token, given),
  heartbeat: (token) => heartbeat(client, token),
});

import type { Emitted } from '../../compiler/emit/index.js';
import { execute, type Result } from '../../engines/local/interpreter/execute.js';
import { statesError } from '../../engines/local/interpreter/failure.js';
import type { Event } from '../../engines/local/interpreter/journal.js';
import { createItems } from '../../engines/local/items.js';
import { inEnvironment } from '../../engines/local/mocks/environment.js';
import { type Mocks, overlaid } from '../../engines/local/mocks/mocks.js';
import { localAccount, localArn, workerArn } from '../../engines/local/names.js';
import { createTasks } from '../../engines/local/tasks.js';
import { type VirtualClock, virtualClock } from '../../engines/local/virtual-clock.js';
import { plainCause } from '../../environment/cause.js';
import { planOutputs } from '../../environment/plan-outputs.js';
import type { Plan } from '../../language/plan.js';
import { executionArn } from '../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Origins } from '../follow/visits.js';
import { filledDefinition } from './definition.js';
import { payloadOf } from './payload.js';
import type { Case } from './simulations.js';
import { createTokens } from './tokens.js';
import { type Trace, traceOf } from './trace.js';
import { simulatedWork } from './worker.js';

/** A plan that compiled, and what is common to all its simulations. */
export interface Simulated {
  readonly plan: Plan;
  readonly output: Emitted;
  readonly origins: Origins;
  readonly mocks: Mocks;
}

/** What a case came to. */
export interface Ran {
  readonly environment: string;
  readonly trace: Trace;
  /** The plan's outputs; undefined when it failed. */
  readonly outputs: JsonObject | undefined;
}

/** Every simulation begins at the same time, and draws the same numbers. */
const beginning = Date.parse('2026-01-05T09:00:00Z');
const random = () => 0.5;

const machine = localArn('states', 'stateMachine:simulation');

/** Runs a case of a plan, in which waiting takes no time. `${{ Environment }}` in the case has been filled in. */
export async function runCase(simulated: Simulated, given: Case): Promise<Ran> {
  const { Environment: environment = 'dev', Mocks: own = {} } = given;
  const mocks = overlaid(inEnvironment(simulated.mocks, environment), own);
  const clock = virtualClock(beginning);
  const events: Event[] = [];
  const result = await run({ ...simulated, mocks }, given, environment, clock, events);
  const stopDate = Date.parse(events.at(-1)?.timestamp ?? nowOf(clock));
  const said = 'cause' in result && { cause: plainCause(result.cause) };
  const execution = { ...result, ...said, startDate: beginning, stopDate };
  const { outputs } = simulated.output;
  return {
    environment,
    trace: traceOf(execution, events, simulated.origins),
    outputs: result.status === 'SUCCEEDED' ? planOutputs(outputs, result.output) : undefined,
  };
}

async function run(
  { plan, output, mocks }: Simulated,
  given: Case,
  environment: string,
  clock: VirtualClock,
  events: Event[],
): Promise<Result> {
  const { answer, ...tokens } = createTokens();
  const worker = { plan, mocks, answer, now: () => nowOf(clock) };
  let input: Json;
  try {
    input = { ...(await payloadOf(plan, given, mocks, environment, nowOf(clock))) };
  } catch (error) {
    // As a deployment fails before its plan begins.
    const { name, message } = statesError(error);
    return { status: 'FAILED', error: name, cause: message };
  }
  return execute({
    definition: filledDefinition(output, environment),
    arn: executionArn(machine, 'simulation'),
    name: 'simulation',
    machine,
    roleArn: `arn:aws:iam::${localAccount}:role/simulation`,
    input,
    journal: { events: [], append: (event) => events.push(event) },
    tasks: createTasks({
      mocks,
      types: Object.fromEntries(plan.states.map(({ name, type }) => [name, type])),
      answer,
      functions: { [workerArn]: (request) => clock.during(simulatedWork(request, worker)) },
    }),
    tokens,
    items: createItems(mocks),
    clock,
    random,
    signal: new AbortController().signal,
  });
}

const nowOf = ({ now }: VirtualClock): string => new Date(now()).toISOString();

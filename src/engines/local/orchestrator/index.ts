import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { orRefused } from '../../../environment/refused.js';
import type { Clock } from '../../../ports/clock.js';
import { executionArn, type Orchestrator } from '../../../ports/orchestrator.js';
import { StatesError } from '../../../ports/states-error.js';
import type { JsonObject } from '../../../source/document.js';
import { namesIn } from '../names-in.js';
import type { Means } from './continue.js';
import { describeExecution, endOf, redrivesOf } from './describe.js';
import { put, putNew, read } from './documents.js';
import { historyOf } from './history.js';
import { type Observer, runExecutions } from './host.js';
import {
  historyFile,
  machineName,
  markerName,
  placesIn,
  redriveFile,
  startFile,
  stopFile,
} from './places.js';
import { answerToken, beatToken } from './tokens.js';

export interface OrchestratorOptions {
  /** Machines, executions and task tokens are kept below it. */
  readonly folder: string;
  readonly clock: Clock;
  /** What does the tasks of an execution, by its ARN. */
  readonly means: (execution: string) => Promise<Means>;
}

export interface Machine {
  readonly arn: string;
  readonly name: string;
  /** JSON text. */
  readonly definition: string;
}

/**
 * State machines on a disk. Any process may use it; one of them, the host, runs the executions. Who asks for something gets a
 * `StoreError` when the system refuses it.
 */
export interface LocalOrchestrator extends Orchestrator {
  /** Puts a machine in the place of the one of the same name; executions that were started keep theirs. */
  readonly install: (machine: Machine) => Promise<void>;
  /** Runs all executions that have not ended until the signal is aborted. */
  readonly run: (observer: Observer, signal: AbortSignal) => Promise<void>;
  /** Whether there are executions that have not ended. */
  readonly isBusy: () => boolean;
}

export function createOrchestrator({ folder, clock, means }: OrchestratorOptions): LocalOrchestrator {
  const places = placesIn(folder);
  /** Tells the host to look at an execution. */
  const mark = (arn: string): void => {
    mkdirSync(places.active, { recursive: true });
    writeFileSync(join(places.active, markerName(arn)), arn);
  };
  const history = historyOf();
  const refusing = <T>(work: () => Promise<T>): Promise<T> => orRefused(folder, work);
  return {
    install: (machine) => refusing(() => put(places.temporary, places.machine(machine.name), { ...machine })),
    start: (machine, name, input) =>
      refusing(async () => {
        const arn = executionArn(machine, name);
        const file = join(places.execution(arn), startFile);
        if (read(file) === undefined) {
          const installed = read<Machine>(places.machine(machineName(machine)));
          if (installed === undefined)
            throw new StatesError(
              'StepFunctions.StateMachineDoesNotExistException',
              `State Machine Does Not Exist: '${machine}'`,
            );
          const definition: JsonObject = JSON.parse(installed.definition);
          // Before the execution: one that nobody was told of would wait for ever.
          mark(arn);
          await putNew(places.temporary, file, { machine, definition, input, startDate: clock.now() });
        }
        mark(arn);
        return arn;
      }),
    describe: async (execution) => describeExecution(places.execution(execution)),
    history: async (execution, after) => history(join(places.execution(execution), historyFile), after),
    stop: (execution, error, cause) =>
      refusing(async () => {
        const place = places.execution(execution);
        if (describeExecution(place)?.status !== 'RUNNING') return;
        await putNew(places.temporary, join(place, stopFile(redrivesOf(place))), { error, cause });
        mark(execution);
      }),
    redrive: (execution) =>
      refusing(async () => {
        const place = places.execution(execution);
        const end = endOf(place);
        if (end?.type === 'ExecutionSucceeded') return;
        if (end !== undefined)
          await putNew(places.temporary, join(place, redriveFile((end.redrives ?? 0) + 1)), {});
        mark(execution);
      }),
    answer: (token, answer) => refusing(() => answerToken(places, token, answer)),
    heartbeat: async (token) => beatToken(places, token),
    run: (observer, signal) => runExecutions(places, { clock, means }, observer, signal),
    isBusy: () => namesIn(places.active).length > 0,
  };
}

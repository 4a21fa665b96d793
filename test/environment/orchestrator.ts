import { functionCause } from '../../src/environment/cause.js';
import { deployingMachine } from '../../src/environment/controller/machine.js';
import { objectOr } from '../../src/language/json.js';
import type { Answer, Execution, HistoryEvent, Orchestrator } from '../../src/ports/orchestrator.js';
import { StatesError } from '../../src/ports/states-error.js';
import type { Json, JsonObject } from '../../src/source/document.js';

/** Calls the controller for a state of the deploying machine. */
export type Call = (request: JsonObject) => Promise<Json>;

interface Run extends Execution {
  readonly machine: string;
  readonly name: string;
  readonly input: JsonObject;
  /** Of the deploying machine: where it is, with what, and the token that it waits with. */
  readonly state?: string | undefined;
  readonly data: JsonObject;
  readonly token?: string | undefined;
}

interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath: string | null;
  readonly Next: string;
}

export const driver = 'arn:aws:states:local:000000000000:stateMachine:plancc-driver';
const controller = 'arn:aws:lambda:local:000000000000:function:plancc-controller';
const { StartAt, States } = deployingMachine(controller);

/**
 * An orchestrator that takes one step when it is told so: of executions of the deploying machine a state, others end as the
 * test says.
 */
export function steppedOrchestrator(clock: { readonly now: () => number }) {
  const runs = new Map<string, Run>();
  const histories = new Map<string, readonly HistoryEvent[]>();
  const starts: string[] = [];
  let tokens = 0;
  const change = (arn: string, changed: Partial<Run>) => runs.set(arn, { ...runs.get(arn)!, ...changed });

  const orchestrator: Orchestrator = {
    async start(machine, name, input) {
      const arn = `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
      if (runs.has(arn)) return arn;
      starts.push(name);
      const state = machine === driver ? String(StartAt) : undefined;
      runs.set(arn, {
        machine,
        name,
        input,
        data: input,
        state,
        status: 'RUNNING',
        startDate: clock.now(),
        redriveCount: 0,
      });
      return arn;
    },
    describe: async (arn) => runs.get(arn),
    history: async (arn) => histories.get(arn) ?? [],
    async stop(arn, error, cause) {
      if (runs.get(arn)?.status === 'RUNNING')
        change(arn, { status: 'ABORTED', error, cause, token: undefined });
    },
    async redrive(arn) {
      const { status, redriveCount } = runs.get(arn)!;
      if (status === 'RUNNING' || status === 'SUCCEEDED') throw new Error(`${arn} cannot be redriven`);
      change(arn, { status: 'RUNNING', redriveCount: redriveCount + 1, error: undefined, cause: undefined });
    },
    async answer(token, answer) {
      const found = [...runs].find(([, run]) => run.token === token);
      if (found === undefined) return false;
      go(found[0], answer);
      return true;
    },
    heartbeat: async (token) => [...runs.values()].some((run) => run.token === token),
  };

  /** Goes on to the next state with what a state gave. */
  function go(arn: string, result: Answer): void {
    const { state, data } = runs.get(arn)!;
    const { ResultPath, Catch, Next } = objectOr(objectOr(States)[state!]);
    if ('error' in result) {
      const catchers = (Catch ?? []) as unknown as readonly Catcher[];
      const catcher = catchers.find(
        ({ ErrorEquals }) => /States.ALL/.test(ErrorEquals[0]!) || ErrorEquals.includes(result.error),
      );
      if (catcher === undefined) change(arn, { status: 'FAILED', error: result.error, cause: result.cause });
      else {
        const error = { Error: result.error, Cause: result.cause };
        const kept = catcher.ResultPath === null ? {} : { error };
        change(arn, { state: catcher.Next, data: { ...data, ...kept }, token: undefined });
      }
    } else if (Next === undefined) change(arn, { status: 'SUCCEEDED' });
    else {
      const kept = typeof ResultPath === 'string' ? { [ResultPath.slice(2)]: result.output } : {};
      change(arn, { state: String(Next), data: { ...data, ...kept }, token: undefined });
    }
  }

  /** One state of an execution of the deploying machine. */
  async function step(arn: string, call: Call): Promise<void> {
    const { state, data } = runs.get(arn)!;
    const { Type, Result, Choices, Default, Parameters, Resource } = objectOr(objectOr(States)[state!]);
    if (Type === 'Pass') return go(arn, { output: Result! });
    if (Type === 'Choice') {
      const [{ Variable, Next }] = Choices as readonly [{ readonly Variable: string; readonly Next: string }];
      const value = Variable.split('.')
        .slice(1)
        .reduce<Json>((at, key) => objectOr(at)[key]!, data);
      change(arn, { state: Number(value) > 0 ? Next : String(Default) });
      return;
    }
    const template = objectOr(Resource === controller ? Parameters : objectOr(Parameters).Payload);
    const waits = Resource !== controller;
    const token = `token-${++tokens}`;
    if (waits) change(arn, { token });
    try {
      const request = { step: template.step!, input: data, ...(waits && { token }) };
      const output = await call(request);
      if (!waits && isCurrent()) go(arn, { output });
    } catch (error) {
      // What is no error of ours is a function that crashed, which is called again.
      if (!(error instanceof StatesError)) {
        change(arn, { token: undefined });
        throw error;
      }
      if (error.name !== 'InProgress' && isCurrent())
        go(arn, { error: error.name, cause: functionCause(error.name, error.message) });
    }

    function isCurrent(): boolean {
      const now = runs.get(arn)!;
      return now.status === 'RUNNING' && now.state === state && (!waits || now.token === token);
    }
  }

  return {
    orchestrator,
    /** Names of executions, in the order of their starts. */
    starts,
    runs,
    histories,
    step,
    /** Drivers that have something to do. */
    ready: (): readonly string[] =>
      [...runs].flatMap(([arn, run]) =>
        run.machine === driver && run.status === 'RUNNING' && run.token === undefined ? [arn] : [],
      ),
    /** Lets all that wait with a token wait too long. */
    timeOut: () => {
      for (const [arn, { token }] of runs)
        if (token !== undefined) go(arn, { error: 'States.Timeout', cause: '' });
    },
    /** Executions of plans that run. */
    plans: (): readonly string[] =>
      [...runs].flatMap(([arn, run]) => (run.machine !== driver && run.status === 'RUNNING' ? [arn] : [])),
    end: (arn: string, end: Pick<Execution, 'status' | 'output' | 'error' | 'cause'>) =>
      change(arn, { ...end, stopDate: clock.now() }),
  };
}

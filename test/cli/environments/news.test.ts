import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { historyReader } from '../../../src/cli/follow/history.js';
import { newsOrder } from '../../../src/cli/follow/in-order.js';
import { lineWriter } from '../../../src/cli/follow/lines.js';
import { newsReader } from '../../../src/cli/follow/read.js';
import { changeDeployment } from '../../../src/environment/deployments.js';
import {
  attemptKey,
  deploymentKey,
  logKey,
  logsPrefix,
  stayOf,
  waitingKey,
} from '../../../src/environment/keys.js';
import type { Attempt, Decision, Waiting } from '../../../src/environment/records.js';
import type { HistoryEvent } from '../../../src/ports/orchestrator.js';
import { memoryStore } from '../../store/memory-store.js';
import { deployment } from './place.js';

const news = suite('what is told of a deployment does not depend on when it is read');

const named = { environment: 'dev', name: 'shop', deployment: '20261123-100000-00000a' };

const at = (second: number): string => new Date(Date.UTC(2026, 10, 23, 10, 0, second)).toISOString();

/** A history of events by their types, one a second. */
const history = (types: readonly string[]): readonly HistoryEvent[] =>
  types.map((type, index) => ({
    id: index + 1,
    previousEventId: index,
    timestamp: at(index),
    type,
    ...(type.startsWith('TaskState') && { stateEnteredEventDetails: { name: 'Load' } }),
    ...(type.endsWith('Failed') && { taskFailedEventDetails: { error: 'JobFailed', cause: 'busy' } }),
  }));

const begin = ['TaskStateEntered', 'TaskScheduled'];
const retried = [...begin, 'TaskFailed', 'ExecutionFailed', 'ExecutionRedriven', 'TaskScheduled'];
const ended = [...retried, 'TaskSucceeded', 'TaskStateExited'];
const origins = new Map([['Load', { state: 'Load', type: 'runner', line: 1, column: 1 }]]);

/** A deployment that is followed, look by look. */
async function followed(type = 'runner', types = ended) {
  const store = memoryStore();
  const prefix = logsPrefix('dev', 'shop', named.deployment);
  const events = history(types);
  const states = new Map([['Load', { state: 'Load', type, line: 1, column: 1 }]]);
  const record = { ...deployment(named), status: 'running' as const, execution: 'arn' };
  await store.putIfAbsent(
    deploymentKey('dev', 'shop', named.deployment),
    Buffer.from(JSON.stringify(record)),
  );
  let known = 0;
  let happens: () => Promise<unknown> = async () => undefined;
  const never = () => Promise.reject(new Error('nobody asks for it'));
  const read = newsReader({
    ports: {
      store,
      orchestrator: {
        ...{ start: never, describe: never, stop: never, redrive: never, answer: never, heartbeat: never },
        history: async (_, after) => {
          const found = events.slice(after, known);
          await happens();
          happens = async () => undefined;
          return found;
        },
      },
    },
    named,
    source: async () => ({ name: 'shop', file: 'plan.yaml', text: undefined, states }),
    command: (...words) => words.join(' '),
    now: () => at(59),
    since: '',
  });
  const write = lineWriter((time) => time.slice(17, 19));
  return {
    put: (key: string, text: string) => store.putIfAbsent(key, Buffer.from(text)),
    log: (entry: string, second: number, ...lines: readonly string[]) =>
      store.putIfAbsent(
        logKey(`${prefix}${entry}/`, Date.parse(at(second))),
        Buffer.from(lines.map((line) => `${line}\n`).join('')),
      ),
    decide: (decision: Decision) =>
      changeDeployment(store, named, (current) => ({ ...current, decisions: [decision] })),
    /** The lines of one look, at so many events; `then` comes about when these have been read. */
    async look(count: number, then = async (): Promise<unknown> => undefined) {
      [known, happens] = [count, then];
      return (await read())!.flatMap(write);
    },
  };
}

const note = (second: number): string => `--- ${at(second)} runner tools ---`;

const told = [
  '00  shop 1.0.0 in dev',
  '00  Load: started',
  '02  Load | first',
  '03  Load: failed with JobFailed after 3 s',
  '      busy',
  '05  Load: attempt 2',
];

news(
  'lines of an attempt are told in it, also when the next one has ended before they are read',
  async () => {
    const { log, look } = await followed();
    await log('Load@0-1', 2, note(1), 'first');
    await log('Load@1-1', 6, note(5), 'second');
    assert.equal(await look(8), [...told, '06  Load | second', '07  Load: succeeded in 7 s']);
  },
);

news('lines of a job wait until it is told that its state began', async () => {
  const { log, look } = await followed();
  await log('Load@0-1', 2, note(1), 'first');
  assert.equal(await look(4, () => log('Load@1-1', 6, note(5), 'second')), told.slice(0, 5));
  assert.equal(await look(6), ['05  Load: attempt 2', '06  Load | second']);
  assert.equal(await look(8), ['07  Load: succeeded in 7 s']);
});

news('lines that come when nothing else does are told at once', async () => {
  const { log, look } = await followed();
  await look(2);
  await log('Load@0-1', 2, note(1), 'first');
  assert.equal(await look(2), ['02  Load | first']);
  assert.equal(await look(2), []);
});

news('what a state changed is told of the stay in which it did so', async () => {
  const twice = ['TaskStateEntered', 'TaskStateExited', 'TaskStateEntered', 'TaskStateExited'];
  const { put, look } = await followed('cfn', twice);
  const changed = (second: number, action: 'Add' | 'Modify') => {
    const changes = [{ action, logicalId: 'Topic', type: 'AWS::SNS::Topic' }];
    const times = { started: at(second), deadline: at(50) };
    const answer = { output: {}, changes };
    const attempt: Attempt = {
      ...{ state: 'Load', iteration: [], number: 1, ...times },
      ended: { retry: 0, answer },
    };
    const stay = stayOf('Load', 0, Date.parse(at(second)));
    return put(attemptKey('dev', 'shop', named.deployment, stay), JSON.stringify(attempt));
  };
  await changed(0, 'Add');
  await changed(2, 'Modify');
  assert.equal(await look(4), [
    '00  shop 1.0.0 in dev',
    '00  Load: started',
    '01  Load: 1 added',
    '      + Topic  AWS::SNS::Topic  added',
    '01  Load: succeeded in 1 s',
    '02  Load: started',
    '03  Load: 1 changed',
    '      ~ Topic  AWS::SNS::Topic  changed',
    '03  Load: succeeded in 1 s',
  ]);
});

const approval: Waiting = {
  state: 'Load',
  iteration: [],
  token: 'token',
  message: 'Load?',
  since: at(1),
  approvers: [],
  needed: 1,
};

const decision: Decision = {
  id: '1',
  entry: 'Load@0-1',
  state: 'Load',
  iteration: [],
  decision: 'approved',
  by: 'anna',
  at: at(6),
  comment: '',
};

news('an approval is told in its state, and so is a decision that is made meanwhile', async () => {
  const { put, decide, look } = await followed();
  const waits = () => put(waitingKey('dev', 'shop', named.deployment, 'Load@0-1'), JSON.stringify(approval));
  assert.equal(await look(0, waits), told.slice(0, 1));
  assert.equal(await look(2), [
    ...told.slice(1, 2),
    '01  Load waits for an approval: Load?',
    `      approve ${named.deployment} --env dev --state Load`,
  ]);
  await look(6);
  assert.equal(await look(8, () => decide(decision)), [
    '06  Load was approved by anna',
    '07  Load: succeeded in 7 s',
  ]);
});

news('who approved a deployment is told before what its states did', () => {
  const { state: _, ...own } = decision;
  const said = newsOrder().put(
    historyReader(origins)(history(begin)),
    [{ ...own, event: 'decision', time: own.at }],
    false,
  );
  assert.equal(
    said.map(({ event }) => event),
    ['decision', 'state'],
  );
});

for (const [end, status] of [
  [['ExecutionFailed'], 'failed'],
  [['TaskStateExited'], 'caught'],
  [['TaskScheduled'], 'retrying,started'],
] as const) {
  news(`a history that is read in two pieces at any place: ${end}`, () => {
    const events = history([...begin, 'TaskFailed', ...end]);
    for (let cut = 0; cut <= events.length; cut++) {
      const read = historyReader(origins);
      const said = [...read(events.slice(0, cut), 0), ...read(events.slice(cut), 1000)];
      assert.is(
        said.map((one) => 'status' in one && one.status).join(),
        `started,${status}`,
        `cut at ${cut}`,
      );
    }
  });
}

news('an attempt that failed is told when what comes of it takes longer', () => {
  const read = historyReader(origins);
  assert.is(read(history([...begin, 'TaskFailed']), 0).length, 1);
  assert.is(read([], 1999).length, 0);
  assert.match(JSON.stringify(read([], 2000)), '"status":"retrying"');
  assert.is(read([], 9000).length, 0);
});

news.run();

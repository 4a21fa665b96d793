import { deploymentOf, hasEnded, readDeployment } from '../../environment/deployments.js';
import { readDocument } from '../../environment/documents.js';
import {
  attemptsPrefix,
  type DeploymentName,
  entryOf,
  isEnteredBy,
  lockKey,
} from '../../environment/keys.js';
import type { Attempt, Decision, Deployment, Lock } from '../../environment/records.js';
import type { Ports } from '../../ports/index.js';
import { toldCause } from '../why/cause.js';
import type { Source } from '../why/source.js';
import { newApprovals } from './approvals.js';
import { historyReader } from './history.js';
import { newsOrder } from './in-order.js';
import { logReader } from './logs.js';
import type { ChangesNews, DecisionNews, EndNews, LogNews, News } from './news.js';
import { secondsBetween } from './times.js';

export interface Reading {
  readonly ports: Pick<Ports, 'store' | 'orchestrator'>;
  readonly named: DeploymentName;
  /** The plan of the version that is deployed. */
  readonly source: (record: Deployment) => Promise<Source | undefined>;
  /** A command as it is typed. */
  readonly command: (...words: readonly string[]) => string;
  /** RFC 3339. */
  readonly now: () => string;
  /** What happened before is not told; RFC 3339. */
  readonly since: string;
}

/** Reads what has happened to a deployment since it was last asked, the last of all its end; undefined when there is none. */
export function newsReader(reading: Reading): () => Promise<readonly News[] | undefined> {
  const { ports, named, now } = reading;
  const { store, orchestrator } = ports;
  const readLogs = logReader(store, named);
  const order = newsOrder();
  const asked = new Set<string>();
  let readHistory: ReturnType<typeof historyReader> | undefined;
  let after = 0;
  let status: Deployment['status'] | undefined;
  let decided = 0;

  const statesOf = async (record: Deployment, isEnd: boolean): Promise<readonly News[]> => {
    if (record.execution === undefined) return [];
    const source = await reading.source(record);
    readHistory ??= historyReader(source?.states ?? new Map());
    const events = await orchestrator.history(record.execution, after);
    after = events.at(-1)?.id ?? after;
    return readHistory(events, isEnd ? undefined : Date.parse(now()));
  };

  const look = async (): Promise<readonly News[] | undefined> => {
    const record = await readDeployment(store, named);
    if (record === undefined) return undefined;
    const isEnd = hasEnded(record);
    const isNew = record.status !== status && (!isEnd || status === undefined);
    const isFirst = status === undefined;
    status = record.status;
    const head = isNew ? [await deploymentNews(reading, record, isFirst)] : [];
    const told = await statesOf(record, isEnd);
    // Read after the states: what was written, changed and decided before a state ended is there.
    const logs = (await readLogs(isEnd)).map((line): LogNews => ({ event: 'log', ...line }));
    const changes = (await Promise.all(told.map((one) => changesOf(reading, one)))).flat();
    const current = (await readDeployment(store, named)) ?? record;
    const approvals = isEnd ? [] : await newApprovals(store, current, asked, reading.command);
    const decisions = current.decisions.slice(decided).map(decisionNews);
    decided = current.decisions.length;
    const all = order.put(told, [...logs, ...changes, ...approvals, ...decisions], isEnd);
    return [...head, ...all, ...(isEnd ? [endNews(record, await reading.source(record))] : [])];
  };

  return async () => {
    const news = await look();
    return news?.length === 0 && order.waits() ? look() : news;
  };
}

async function deploymentNews(
  { ports, now, since }: Reading,
  record: Deployment,
  isFirst: boolean,
): Promise<News> {
  const { environment, name, version, deployment, status } = record;
  const key = lockKey(environment, name);
  const holder = status === 'queued' ? (await readDocument<Lock>(ports.store, key))?.holder : undefined;
  const behind = holder && { behind: deploymentOf(holder) };
  // Before all that is told of it.
  const begun = since > record.requested.at ? since : record.requested.at;
  const time = isFirst ? begun : now();
  return { event: 'deployment', time, environment, name, version, deployment, status, ...behind };
}

/** What a state has changed of its stack, when it has ended. */
async function changesOf({ ports: { store }, named }: Reading, news: News): Promise<readonly ChangesNews[]> {
  if (news.event !== 'state' || news.status !== 'succeeded' || !hasStack.includes(news.type)) return [];
  const { state, iteration, time } = news;
  const { environment, name, deployment } = named;
  const prefix = `${attemptsPrefix(environment, name, deployment)}${entryOf(state, iteration)}@`;
  // It may have been entered again since.
  const key = (await store.list(prefix)).findLast((one) => isEnteredBy(one, Date.parse(time)));
  const answer = key === undefined ? undefined : (await readDocument<Attempt>(store, key))?.ended?.answer;
  if (answer === undefined || !('output' in answer) || answer.changes === undefined) return [];
  return [{ event: 'changes', time, state, iteration, changes: answer.changes }];
}

const hasStack = ['cfn', 'sam'];

const decisionNews = ({ at, state, iteration, decision, by, comment }: Decision): DecisionNews => ({
  event: 'decision',
  time: at,
  ...(state !== undefined && { state }),
  iteration,
  decision,
  by,
  comment,
});

function endNews(record: Deployment, source: Source | undefined): EndNews {
  const { environment, name, version, deployment } = record;
  const { status, requested, ended = requested.at, outputs, failure } = record;
  const origin = failure?.state === undefined ? undefined : source?.states.get(failure.state);
  return {
    event: 'end',
    time: ended,
    environment,
    name,
    version,
    deployment,
    status,
    seconds: secondsBetween(requested.at, ended),
    ...(outputs && status === 'succeeded' && { outputs }),
    ...(failure && {
      failure: {
        ...(failure.state !== undefined && { state: failure.state }),
        ...(origin && source && { file: source.file, line: origin.line, column: origin.column }),
        error: failure.error,
        cause: toldCause(failure.cause),
      },
    }),
  };
}

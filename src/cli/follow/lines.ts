import { linesOf as changeLines, summaryOf } from '../../environment/stack-changes.js';
import type { StackChange } from '../../ports/stacks.js';
import { withNames } from '../person.js';
import { isNote } from './logs.js';
import type { News, StateNews } from './news.js';
import { labelOf } from './place.js';
import { duration } from './times.js';

/** Items of a Map whose states are told one by one. */
const fewItems = 20;

/** Types whose states end when they begin. */
const momentary = ['Pass', 'Choice', 'Succeed', 'Fail'];

/** Tells news in lines, each after the time it happened at; of Maps with many items, how far they are. */
export function lineWriter(timeOf: (time: string) => string): (news: News) => readonly string[] {
  const large = new Set<string>();
  let isFirst = true;
  return (news) => {
    if (news.event === 'iterations' && news.total > fewItems) large.add(news.state);
    const isOfMany = 'inside' in news && news.inside.some((state) => large.has(state));
    if (isOfMany && (news.status === 'started' || news.status === 'succeeded')) return [];
    const [first, ...rest] = [...(isFirst ? headOf(news) : []), ...linesOf(news)].map(withNames);
    isFirst = false;
    if (first === undefined) return [];
    const time = timeOf(news.time);
    return [`${time}  ${first}`, ...rest.map((line) => `${' '.repeat(time.length)}  ${line}`)];
  };
}

/** What the news are of. */
const headOf = (news: News): readonly string[] =>
  news.event === 'deployment' ? [`${news.name} ${news.version} in ${news.environment}`] : [];

function linesOf(news: News): readonly string[] {
  switch (news.event) {
    case 'deployment':
      return news.status === 'queued' ? [`waits for ${news.behind ?? 'another deployment'} to end`] : [];
    case 'state':
      return stateLines(news);
    case 'iterations': {
      const done = news.succeeded + news.failed;
      // Ten lines are enough.
      if (done === 0 || Math.floor((10 * done) / news.total) === Math.floor((10 * (done - 1)) / news.total))
        return [];
      const failed = news.failed > 0 ? `, ${news.failed} failed` : '';
      return [`${labelOf(news)}: ${done} of ${news.total} items${failed}`];
    }
    case 'log':
      return isNote(news.text) ? [] : [`${labelOf(news)} | ${news.text}`];
    case 'changes':
      return [
        `${labelOf(news)}: ${summaryOf(news.changes)}`,
        ...(isNewStack(news.changes) ? [] : changeLines(news.changes).map((line) => `  ${line}`)),
      ];
    case 'approval':
      return [`${whatWaits(news)} waits for ${approvals(news.needed)}: ${news.message}`, `  ${news.command}`];
    case 'decision': {
      const comment = news.comment === '' ? '' : `: ${news.comment}`;
      return [`${whatWaits(news)} was ${news.decision} by ${news.by}${comment}`];
    }
    case 'end':
      return [];
  }
}

/** Whoever adds all there is need not be told each thing. */
const isNewStack = (changes: readonly StackChange[]): boolean =>
  changes.length > 8 && changes.every(({ action }) => action === 'Add');

function stateLines(news: StateNews): readonly string[] {
  const { type, status, attempt, seconds = 0 } = news;
  const label = labelOf(news);
  const isMomentary = momentary.includes(type);
  const after = isMomentary ? '' : ` after ${duration(seconds)}`;
  switch (status) {
    case 'started':
      if (attempt !== undefined) return [`${label}: attempt ${attempt}`];
      return isMomentary ? [] : [`${label}: started`];
    case 'succeeded':
      return [`${label}: succeeded${isMomentary ? '' : ` in ${duration(seconds)}`}`];
    case 'retrying':
      return withCause(`${label}: attempt ${attempt} failed${withError(news)}`, news);
    case 'caught':
      return withCause(`${label}: failed${withError(news)}${after}, which the plan catches`, news);
    case 'failed':
      return withCause(`${label}: failed${withError(news)}${after}`, news);
    case 'aborted':
      return [`${label}: given up${after}`];
    case 'skipped':
      return [`${label}: skipped`];
  }
}

const withError = ({ error }: StateNews): string => (error === undefined ? '' : ` with ${error}`);

const withCause = (line: string, { cause }: StateNews): readonly string[] =>
  cause === undefined ? [line] : [line, ...cause.split('\n').map((part) => `  ${part}`)];

export const approvals = (needed: number): string => (needed === 1 ? 'an approval' : `${needed} approvals`);

/** What an approval is of: a state, or the deployment as a whole. */
export const whatWaits = ({
  state,
  iteration,
}: {
  readonly state?: string | undefined;
  readonly iteration: readonly number[];
}): string => (state === undefined ? 'the deployment' : labelOf({ state, iteration }));

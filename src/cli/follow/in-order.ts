import { noteTime } from './logs.js';
import type { ApprovalNews, ChangesNews, DecisionNews, LogNews, News } from './news.js';
import { labelOf } from './place.js';

/** What is told of states, or of the deployment as a whole, and is not in the history. */
export type Beside = LogNews | ChangesNews | ApprovalNews | DecisionNews;

/** From when it may have been, in milliseconds since 1970: of a line the begin of the attempt that wrote it. */
interface Dated {
  readonly news: Beside;
  readonly from: number;
}

interface Order {
  /** Puts together what the history told and what was read after it; all of it when `isEnd` says that nothing more comes. */
  readonly put: (told: readonly News[], beside: readonly Beside[], isEnd: boolean) => readonly News[];
  /** Whether something is left for the next time. */
  readonly waits: () => boolean;
}

/**
 * Puts what states wrote, changed, asked and were answered before the end that came after it, however late all that is
 * read. The rest waits until the history was read once more: only then it is sure to tell of the state's begin.
 */
export function newsOrder(): Order {
  const begins = new Map<string, number>();
  let waiting: readonly Dated[] = [];

  const dated = (news: Beside): Dated => {
    if (news.event !== 'log') return { news, from: Date.parse(news.time) };
    const label = labelOf(news);
    begins.set(label, noteTime(news.text) ?? begins.get(label) ?? 0);
    return { news, from: begins.get(label)! };
  };

  return {
    put: (told, beside, isEnd) => {
      const fresh = beside.map(dated);
      const all = [...waiting, ...fresh];
      const ofDeployment = all.filter(({ news }) => news.state === undefined);
      const queues = byLabel(all);
      const ordered = told.flatMap((news): readonly News[] => {
        if (news.event !== 'state' || news.status === 'started') return [news];
        const label = labelOf(news);
        const queue = queues.get(label) ?? [];
        const end = Date.parse(news.time);
        const own = queue.filter(({ from }) => from <= end);
        const later = queue.filter(({ from }) => from > end);
        queues.set(label, later);
        return [...own.map((one) => ({ ...one.news, time: earlier(one.news.time, news.time) })), news];
      });
      const left = new Set([...queues.values()].flat());
      const due = (isEnd ? all : waiting).filter((one) => left.has(one));
      waiting = isEnd ? [] : fresh.filter((one) => left.has(one));
      return [...newsOf(ofDeployment), ...ordered, ...newsOf(due)];
    },
    waits: () => waiting.length > 0,
  };
}

/** Of each state, or iteration of it, what is told of that. */
function byLabel(all: readonly Dated[]): Map<string, readonly Dated[]> {
  const queues = new Map<string, Dated[]>();
  for (const one of all) {
    const { state, iteration } = one.news;
    if (state === undefined) continue;
    const label = labelOf({ state, iteration });
    const queue = queues.get(label);
    if (queue === undefined) queues.set(label, [one]);
    else queue.push(one);
  }
  return queues;
}

const newsOf = (all: readonly Dated[]): readonly News[] => all.map(({ news }) => news);

const earlier = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? one : other);

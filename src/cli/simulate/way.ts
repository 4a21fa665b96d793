import type { News, StateNews } from '../follow/news.js';
import { labelOf } from '../follow/place.js';
import { duration, secondsBetween } from '../follow/times.js';

/** A state as it was entered, with what was told of it last. */
interface Row {
  readonly entered: string;
  readonly depth: number;
  readonly attempts: number;
  readonly last: StateNews;
}

/** The way through a plan: a line for each state in the order in which they are entered, from the time it began. */
export function wayLines(news: readonly News[], beginning: string): readonly string[] {
  const all = rowsIn(news).filter(({ last }) => !isOneOfMany(last));
  const rows = all.slice(0, mostLines);
  const times = rows.map(({ entered }) => duration(secondsBetween(beginning, entered)));
  const widest = Math.max(...times.map((time) => time.length));
  const lines = rows.map(
    ({ depth, attempts, last }, index) =>
      `${times[index]!.padStart(widest)}  ${'  '.repeat(depth)}${labelOf(last)}${remark(last, attempts)}`,
  );
  return all.length > mostLines ? [...lines, `… and ${all.length - mostLines} more`] : lines;
}

/** A plan may go in circles. */
const mostLines = 200;

/** Items of a Map that are shown also when they go well. */
const fewItems = 20;

const isOneOfMany = ({ status, iteration }: StateNews): boolean =>
  status === 'succeeded' && iteration.some((index) => index >= fewItems);

function rowsIn(news: readonly News[]): readonly Row[] {
  const rows: Row[] = [];
  const indexes = new Map<string, number>();
  for (const one of news) {
    if (one.event !== 'state') continue;
    const { status, attempt = 1, time, inside } = one;
    const label = labelOf(one);
    if (status === 'skipped' || (status === 'started' && attempt === 1)) {
      indexes.set(label, rows.push({ entered: time, depth: inside.length, attempts: 1, last: one }) - 1);
      continue;
    }
    const index = indexes.get(label)!;
    const row = rows[index]!;
    rows[index] = { ...row, attempts: Math.max(row.attempts, attempt), last: one };
  }
  return rows;
}

/** Nothing where it went well at once. */
function remark({ status, error, cause = '' }: StateNews, attempts: number): string {
  const remarks = [
    ...(attempts > 1 ? [`${attempts} attempts`] : []),
    ...(status === 'skipped' ? ['skipped'] : []),
    ...(status === 'aborted' ? ['given up'] : []),
    ...(status === 'failed' || status === 'caught' ? [`fails with ${error}`] : []),
    ...(status === 'caught' ? ['which is caught'] : []),
  ];
  const because = cause === '' || remarks.length === 0 ? '' : `: ${cause.split('\n', 1)[0]}`;
  return remarks.length === 0 ? '' : `  (${remarks.join(', ')}${because})`;
}

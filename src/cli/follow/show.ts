import { plain } from '../../diagnostics/formats/text.js';
import type { Stream } from '../stream.js';
import { lineWriter } from './lines.js';
import { liveScreen } from './live.js';
import { newModel, update } from './model.js';
import type { News } from './news.js';
import { screen } from './screen.js';
import { clockTime } from './times.js';

/** Shows what is new, and how long what goes on has gone on. */
export type Show = (news: readonly News[], now: string) => void;

/** For programs: one object a line. */
export const asJson =
  (out: Stream): Show =>
  (news) => {
    for (const one of news) out.write(`${JSON.stringify(one)}\n`);
  };

/** For files, pipes and simple terminals; nothing of what happened before `since`. */
export function asLines(out: Stream, since: string): Show {
  const write = lineWriter(clockTime);
  return (news) => {
    for (const one of news) {
      const lines = write(one);
      if (one.time >= since) out.write(lines.map((line) => `${plain(line)}\n`).join(''));
    }
  };
}

/** For terminals: states in their places, and above them what scrolls by. */
export function asScreen(out: Stream, since: string): Show {
  const live = liveScreen(out);
  const write = lineWriter(clockTime);
  const model = newModel();
  return (news, now) => {
    for (const one of news) update(model, one);
    const above = news.filter((one) => one.time >= since && scrolls(one)).flatMap(write);
    const isEnd = model.end !== undefined;
    const lines = isEnd ? undefined : Math.max(3, (out.rows() || 24) - 1);
    const columns = out.columns() || 80;
    live.show(above, screen(model, { columns, lines, colour: out.colour(), now }), columns);
  };
}

/** What there is no place for among the states, or would not be seen there for long. */
function scrolls(news: News): boolean {
  switch (news.event) {
    case 'log':
    case 'changes':
    case 'decision':
      return true;
    case 'state':
      return news.cause !== undefined;
    default:
      return false;
  }
}

import { glyphs, plain } from '../../diagnostics/formats/text.js';
import { withNames } from '../person.js';
import { approvals } from './lines.js';
import { rowsOf } from './live.js';
import type { Model, Row } from './model.js';
import type { ApprovalNews, StateStatus } from './news.js';
import { labelOf } from './place.js';
import { duration, secondsBetween } from './times.js';

/** What a screen is drawn for. */
interface Frame {
  readonly columns: number;
  /** Lines there are room for; undefined for as many as it takes. */
  readonly lines: number | undefined;
  readonly colour: boolean;
  /** RFC 3339. */
  readonly now: string;
}

interface Line {
  readonly depth: number;
  readonly mark: string;
  readonly style: string;
  readonly text: string;
  /** It may be folded away. */
  readonly isDone: boolean;
  /** It is shown uncut, for those who copy it, over as many rows as that takes. */
  readonly isWhole?: true;
}

const colours = {
  red: '\x1b[31m',
  green: '\x1b[32m',
  yellow: '\x1b[33m',
  cyan: '\x1b[36m',
  none: '',
} as const;

const marks: Readonly<
  Record<StateStatus | 'waiting', readonly [mark: string, colour: keyof typeof colours]>
> = {
  started: ['•', 'cyan'],
  retrying: ['•', 'yellow'],
  waiting: ['?', 'yellow'],
  succeeded: ['✓', 'green'],
  caught: ['!', 'yellow'],
  failed: ['✗', 'red'],
  aborted: ['✗', 'none'],
  skipped: ['-', 'none'],
};

/** A deployment as it is now: a line for each state, those inside others set in; what is too much is folded. */
export function screen(model: Model, frame: Frame): readonly string[] {
  const lines = [
    ...(model.waits === undefined ? [] : [ownWaiting(model.waits), ...commandOf(model.waits, 1)]),
    ...model.rows.flatMap((row) => linesOf(row, 1, widest(model.rows), frame)),
  ];
  const room = frame.lines === undefined ? Number.POSITIVE_INFINITY : Math.max(1, frame.lines - 1);
  return [
    cut(headline(model, frame), frame.columns),
    ...folded(lines, room, frame).map((line) => drawn(line, frame)),
  ];
}

function headline({ deployment, since, end }: Model, { now }: Frame): string {
  if (deployment === undefined || since === undefined) return '';
  const { name, version, environment, status, behind } = deployment;
  const seconds = end?.seconds ?? Math.floor(secondsBetween(since, now));
  return `${name} ${version} in ${environment}: ${end?.status ?? status}${behind === undefined ? '' : ` behind ${behind}`}, ${duration(seconds)}`;
}

/** The column behind the longest name, set in as its line is; not for names that are unusually long. */
const widest = (rows: readonly Row[], depth = 1): number =>
  Math.max(
    0,
    ...rows.map((row) =>
      Math.max(Math.min(40, labelOf(row.news).length) + 2 * depth, widest(row.rows, depth + 1)),
    ),
  );

function linesOf(row: Row, depth: number, width: number, frame: Frame): readonly Line[] {
  const { status } = row.news;
  const [mark, style] = marks[row.waits === undefined ? status : 'waiting'];
  const label = labelOf(row.news).padEnd(width - 2 * depth);
  const isDone = !['started', 'retrying', 'failed'].includes(status);
  const own: Line = { depth, mark, style: colours[style], text: `${label}  ${wordsOf(row, frame)}`, isDone };
  return [
    own,
    ...commandOf(row.waits, depth),
    ...row.rows.flatMap((inner) => linesOf(inner, depth + 1, width, frame)),
  ];
}

/** How long it takes, and what there is to say beside. */
function wordsOf({ news, since, attempt, items, log, waits }: Row, { now }: Frame): string {
  const { status, seconds, error } = news;
  if (status === 'skipped') return 'skipped';
  if (waits !== undefined) return waiting(waits);
  const isRunning = status === 'started' || status === 'retrying';
  const words = [
    duration(seconds ?? Math.floor(secondsBetween(since, now))),
    items === undefined ? '' : `${items.succeeded} of ${items.total}`,
    items === undefined || items.failed === 0 ? '' : `${items.failed} failed`,
    attempt > 1 && isRunning ? `attempt ${attempt}` : '',
    error ?? '',
    isRunning && log !== undefined ? `| ${log}` : '',
  ];
  return words.filter((word) => word !== '').join('  ');
}

const waiting = ({ needed, message }: ApprovalNews): string => `waits for ${approvals(needed)}: ${message}`;

/** What approves it, below what waits. */
const commandOf = (waits: ApprovalNews | undefined, depth: number): readonly Line[] =>
  waits === undefined
    ? []
    : [{ depth: depth + 1, mark: '', style: '', text: waits.command, isDone: false, isWhole: true }];

const ownWaiting = (waits: ApprovalNews): Line => {
  const [mark, style] = marks.waiting;
  return { depth: 1, mark, style: colours[style], text: waiting(waits), isDone: false };
};

/** As many lines as there is room for: those of states that have ended go first, then the last ones. */
function folded(lines: readonly Line[], room: number, frame: Frame): readonly Line[] {
  const rows = (line: Line) => (line.isWhole ? rowsOf(drawn(line, frame), frame.columns) : 1);
  const height = lines.reduce((sum, line) => sum + rows(line), 0);
  if (height <= room) return lines;
  const done = lines.filter(({ isDone }) => isDone);
  const hidden = new Set(done.slice(0, height - room + 1));
  const left = lines.filter((line) => !hidden.has(line));
  const all = [...(hidden.size === 0 ? [] : [note(`${hidden.size} more that ended`)]), ...left];
  let used = 0;
  const ends = all.map((line) => (used += rows(line)));
  if (used <= room) return all;
  const kept = ends.filter((end) => end < room).length;
  return [...all.slice(0, kept), note(`${all.length - kept} more`)];
}

const note = (text: string): Line => ({ depth: 1, mark: '…', style: '', text, isDone: true });

function drawn({ depth, mark, style, text, isWhole }: Line, { colour, columns }: Frame): string {
  const indent = '  '.repeat(depth);
  if (isWhole) return indent + plain(text);
  const painted = colour && style !== '' ? `${style}${mark}\x1b[0m` : mark;
  return `${indent}${painted} ${cut(withNames(text), columns - indent.length - 2)}`.trimEnd();
}

/** What fits into so many columns. */
function cut(text: string, columns: number): string {
  let used = 0;
  const all = glyphs(text);
  const fits = all.findIndex(({ width }) => {
    used += width;
    return used > columns;
  });
  const shown = (fits === -1 ? all : all.slice(0, Math.max(0, fits))).map((glyph) => glyph.text).join('');
  return shown.trimEnd();
}

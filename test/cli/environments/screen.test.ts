import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { liveScreen, rowsOf } from '../../../src/cli/follow/live.js';
import { newModel, update } from '../../../src/cli/follow/model.js';
import type { News, StateStatus } from '../../../src/cli/follow/news.js';
import { screen } from '../../../src/cli/follow/screen.js';
import { duration } from '../../../src/cli/follow/times.js';
import { glyphs } from '../../../src/diagnostics/formats/text.js';

const screens = suite('screens of deployments');

/** Longer than the screen is wide. */
const approve = 'plancc approve 20261123-105359-3e7b2c --env production --state "Ask them"';

const time = '2026-11-23T10:53:59.000Z';
const frame = { columns: 60, lines: 8, colour: false, now: '2026-11-23T10:55:12.000Z' };

const state = (name: string, status: StateStatus, more: object = {}): News => ({
  event: 'state',
  time,
  state: name,
  iteration: [],
  type: 'runner',
  inside: [],
  status,
  ...more,
});

const shown = (news: readonly News[], more: Partial<typeof frame> = {}): readonly string[] => {
  const model = newModel();
  for (const one of news) update(model, one);
  return screen(model, { ...frame, ...more });
};

const head: News = {
  event: 'deployment',
  time,
  environment: 'dev',
  name: 'shop',
  version: '1.0.0',
  deployment: '20261123-105359-3e7b2c',
  status: 'running',
};

screens('what has ended is folded before what goes on', () => {
  const done = Array.from({ length: 30 }, (_, index) => state(`Done ${index}`, 'started'));
  const ended = done.map((news) => ({ ...news, status: 'succeeded', seconds: 2 }) as News);
  const news = [
    head,
    ...done,
    ...ended,
    state('Now', 'started'),
    state('Broken', 'failed', { error: 'JobFailed' }),
  ];
  assert.equal(shown(news), [
    'shop 1.0.0 in dev: running, 1 min 13 s',
    '  … 26 more that ended',
    '  ✓ Done 26  2 s',
    '  ✓ Done 27  2 s',
    '  ✓ Done 28  2 s',
    '  ✓ Done 29  2 s',
    '  • Now      1 min 13 s',
    '  ✗ Broken   1 min 13 s  JobFailed',
  ]);
});

screens('too much that goes on ends with how much more there is', () => {
  const news = [head, ...Array.from({ length: 30 }, (_, index) => state(`State ${index}`, 'started'))];
  assert.is(shown(news).at(-1), '  … 24 more');
});

screens('a line says what waits, which attempt it is, and what was written last', () => {
  const news: readonly News[] = [
    head,
    state('Ask', 'started'),
    {
      event: 'approval',
      time,
      state: 'Ask',
      iteration: [],
      message: 'Go?',
      needed: 2,
      command: approve,
    },
    state('Work', 'started'),
    state('Work', 'started', { attempt: 2 }),
    {
      event: 'log',
      time,
      state: 'Work',
      iteration: [],
      text: '\x1b[31mred\tand more than there is room for',
    },
  ];
  assert.equal(shown(news), [
    'shop 1.0.0 in dev: running, 1 min 13 s',
    '  ? Ask   waits for 2 approvals: Go?',
    `    ${approve}`,
    '  • Work  1 min 13 s  attempt 2  | ␛[31mred    and more than',
  ]);
});

screens('what the environment itself demands comes first', () => {
  const news: readonly News[] = [
    head,
    { event: 'approval', time, iteration: [], message: 'Go?', needed: 1, command: approve },
  ];
  assert.equal(shown(news).slice(1), ['  ? waits for an approval: Go?', `    ${approve}`]);
});

const word = fc.string({ minLength: 1, maxLength: 12 });
const anyNews: fc.Arbitrary<News> = fc.oneof(
  fc
    .record({
      state: fc.constantFrom('A', 'B', 'Ü', '漢字', 'A long name of a state that takes some room'),
      status: fc.constantFrom<StateStatus[]>(
        'started',
        'retrying',
        'succeeded',
        'caught',
        'failed',
        'aborted',
        'skipped',
      ),
      inside: fc.subarray(['A', 'B', 'M'], { maxLength: 2 }),
      iteration: fc.array(fc.nat(12), { maxLength: 2 }),
    })
    .map(({ state: name, status, ...more }) => state(name, status, more)),
  fc
    .record({ text: word, state: fc.constantFrom('A', 'B') })
    .map((more): News => ({ event: 'log', time, iteration: [], ...more })),
  fc
    .record(
      { message: word, needed: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: ['message', 'needed'] },
    )
    .chain((more) =>
      fc
        .constantFrom<object[]>({}, { state: 'A' }, { state: 'B' })
        .map((of): News => ({ event: 'approval', time, iteration: [], command: approve, ...more, ...of })),
    ),
  fc
    .record({ succeeded: fc.nat(99), failed: fc.nat(9) })
    .map((more): News => ({ event: 'iterations', time, state: 'M', iteration: [], total: 100, ...more })),
);

screens('no screen is larger than the terminal', () => {
  fc.assert(
    fc.property(
      fc.array(anyNews, { maxLength: 60 }),
      fc.integer({ min: 3, max: 30 }),
      fc.integer({ min: 10, max: 90 }),
      (news, lines, columns) => {
        const all = shown([head, ...news], { lines, columns });
        const rows = all.reduce((sum, line) => sum + rowsOf(line, columns), 0);
        assert.ok(rows <= lines, `${rows} rows`);
        for (const line of all.filter((one) => one.trim() !== approve)) {
          const width = glyphs(line).reduce((sum, glyph) => sum + glyph.width, 0);
          assert.ok(width <= columns, line);
          assert.not.ok(line.includes('\x1b') || line.includes('\n'));
        }
      },
    ),
    { numRuns: 200 },
  );
});

/** What a terminal shows that knows nothing but new lines, going up and clearing what is below. */
function terminalOf(written: string): readonly string[] {
  const lines: string[] = [''];
  let row = 0;
  for (const [part] of written.replaceAll('\x1b', '␛').matchAll(/␛\[\d+A|␛\[J|\n|[^␛\n]+/g)) {
    const up = /␛\[(\d+)A/.exec(part)?.[1];
    if (up !== undefined) row -= Number(up);
    else if (part === '␛[J') lines.splice(row, lines.length, '');
    else if (part === '\n') lines[++row] ??= '';
    else lines[row] += part;
  }
  return lines.slice(0, -1);
}

screens('the screen is written over, and what scrolls by stays above it', () => {
  let written = '';
  const { show } = liveScreen({
    write: (text) => {
      written += text;
    },
  });
  show(['a'], ['one', 'two'], 9);
  show([], ['one'], 9);
  show(['b', 'c'], ['one', 'two', 'three'], 9);
  const before = written;
  show([], ['one', 'two', 'three'], 9);
  assert.is(written, before, 'nothing is written where nothing changes');
  assert.equal(terminalOf(written), ['a', 'b', 'c', 'one', 'two', 'three']);
});

screens('of a line that takes several rows, all are written over', () => {
  let written = '';
  const { show } = liveScreen({
    write: (text) => {
      written += text;
    },
  });
  show([], ['12345678901', '\x1b[32mgreen\x1b[0m'], 5);
  show([], [], 5);
  assert.ok(written.endsWith('\x1b[4A\x1b[J'), JSON.stringify(written));
});

screens('durations are short', () => {
  assert.equal([0, 0.004, 0.31, 9.91, 10.2, 60, 72, 3600, 7500, 7200].map(duration), [
    '0 s',
    '0.1 s',
    '0.4 s',
    '10 s',
    '10 s',
    '1 min',
    '1 min 12 s',
    '1 h',
    '2 h 5 min',
    '2 h',
  ]);
});

screens.run();

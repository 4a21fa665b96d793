import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { codes } from '../../src/diagnostics/codes/index.js';
import { matchesDocument } from '../documents/console.js';
import { pageOf, performed } from '../documents/page.js';

const pages = suite('pages of the codes');

const folder = join(import.meta.dirname, '../../docs/codes');
const pathOf = (code: string) => join(folder, `${code}.md`);

/** A fault of plancc itself, a process that does not start, or what AWS answers: no example can show it. */
const unshowable = [
  'PLAN7035',
  ...['PLAN7041', 'PLAN7042', 'PLAN7047', 'PLAN7048', 'PLAN7049'],
  ...['PLAN7052', 'PLAN7053', 'PLAN7054', 'PLAN7056'],
  'PLAN9001',
];

type Performed = Awaited<ReturnType<typeof performed>>;
const performances = new Map<string, PromiseSettledResult<Performed>>();

/** As many pages at a time as there are processors: most of the time goes into their sessions. */
pages.before(async () => {
  const waiting = readdirSync(folder);
  const perform = async () => {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const markdown = readFileSync(join(folder, name), 'utf8');
      const [performance] = await Promise.allSettled([performed(markdown)]);
      performances.set(name, performance);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, perform));
});

pages('there is a page for every code, and none beside', () => {
  assert.equal(
    readdirSync(folder).sort(),
    Object.keys(codes)
      .map((code) => `${code}.md`)
      .sort(),
  );
});

for (const [code, { title }] of Object.entries(codes)) {
  pages(`${code}: ${title}`, () => {
    const path = pathOf(code);
    assert.ok(existsSync(path), `${path} is missing`);
    const markdown = readFileSync(path, 'utf8');
    const { heading, intro, sections } = pageOf(markdown);
    assert.is(heading, `# ${code}: ${title}`);
    assert.ok(intro.length > 0, 'says what the message means');
    const examples = unshowable.includes(code) ? [] : ['Wrong', 'Right'];
    assert.equal([...sections.keys()], ['Why', 'What to do', ...examples]);
    if (examples.length === 0) return;
    const performance = performances.get(`${code}.md`)!;
    if (performance.status === 'rejected') throw performance.reason;
    const { markdown: real, wrong, right } = performance.value;
    matchesDocument(path, real);
    assert.ok(
      wrong.includes(`[${code}]`),
      `the wrong example is reported as ${code}, but it says:\n${wrong}`,
    );
    assert.not.match(right, /(error|warning)\[/, 'nothing is said of the right example');
  });
}

pages.run();

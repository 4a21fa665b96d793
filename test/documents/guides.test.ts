import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newFolder, write } from '../folder.js';
import { blocksOf, withBlocks } from './blocks.js';
import { matchesDocument, session } from './console.js';

const guides = suite('guides: every file is written, every command run');

const docs = join(import.meta.dirname, '../../docs');
const files = ['guide.md', ...readdirSync(join(docs, 'how-to')).map((name) => join('how-to', name))];

/** The document with what its commands really print; its files are written where it shows them. */
function performed(markdown: string): Promise<string> {
  const folder = newFolder();
  let at = folder;
  return withBlocks(markdown, async ({ language, title, text }) => {
    if (title !== undefined) write(folder, title, text);
    if (language !== 'console') return text;
    const ran = await session(text, folder, at);
    at = ran.end;
    return ran.text;
  });
}

const performances = new Map<string, PromiseSettledResult<string>>();

/** Two at a time, as there are processors at least: most of the time goes into their sessions. */
guides.before(async () => {
  const waiting = [...files];
  const perform = async () => {
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      const [performance] = await Promise.allSettled([performed(readFileSync(join(docs, file), 'utf8'))]);
      performances.set(file, performance);
    }
  };
  await Promise.all([perform(), perform()]);
});

for (const file of files) {
  guides(file, () => {
    const path = join(docs, file);
    const markdown = readFileSync(path, 'utf8');
    assert.equal(
      blocksOf(markdown).filter(({ language, title }) => language !== 'console' && title === undefined),
      [],
      'every block is a file or a session',
    );
    const performance = performances.get(file)!;
    if (performance.status === 'rejected') throw performance.reason;
    matchesDocument(path, performance.value);
  });
}

guides.run();

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

for (const file of files) {
  guides(file, async () => {
    const path = join(docs, file);
    const markdown = readFileSync(path, 'utf8');
    assert.equal(
      blocksOf(markdown).filter(({ language, title }) => language !== 'console' && title === undefined),
      [],
      'every block is a file or a session',
    );
    matchesDocument(path, await performed(markdown));
  });
}

guides.run();

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as assert from 'uvu/assert';
import { newFolder, write } from '../folder.js';
import { blocksOf, withBlocks } from './blocks.js';
import { matchesDocument, session } from './console.js';

export const docs = join(import.meta.dirname, '../../docs');

/** Guides that need AWS, or what stands in for it. */
export const guidesInAws = [join('how-to', 'deploy-to-aws.md')];

/** Variables of who runs the commands of a guide, by the title of the session; of most sessions it is empty. */
type People = { readonly [title: string]: { readonly [name: string]: string } };

/** A guide with what its commands really print; its files are written where it shows them. */
export function performed(file: string, people: People = { '': {} }): Promise<string> {
  const folder = newFolder();
  let at = folder;
  return withBlocks(readFileSync(join(docs, file), 'utf8'), async ({ language, title, text }) => {
    if (language === 'console') {
      const ran = await session(text, folder, at, people[title ?? '']!);
      at = ran.end;
      return ran.text;
    }
    if (title !== undefined) write(folder, title, text);
    return text;
  });
}

/** Compares a performed guide with the committed one. */
export function matchesGuide(file: string, performance: PromiseSettledResult<string>): void {
  const path = join(docs, file);
  assert.equal(
    blocksOf(readFileSync(path, 'utf8')).filter(
      ({ language, title }) => language !== 'console' && title === undefined,
    ),
    [],
    'every block is a file or a session',
  );
  if (performance.status === 'rejected') throw performance.reason;
  matchesDocument(path, performance.value);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import manifest from '../../package.json' with { type: 'json' };
import { fixtures, matches } from '../golden.js';
import { type Editor, startLanguageServer } from './editor/language-server.js';
import { type Marked, marked } from './editor/text.js';

const languageServer = suite('schema: YAML language server');

const folder = (kind: string) => join(fixtures, 'schema-editor', kind);
const names = (kind: string) =>
  readdirSync(folder(kind)).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

const read = (kind: string, name: string) => marked(readFileSync(join(folder(kind), `${name}.yaml`), 'utf8'));

/** Starts an editor for the fixtures of a kind, and compares what it shows for each. */
function shows(kind: string, show: (editor: Editor, all: readonly Marked[]) => Promise<readonly string[]>) {
  languageServer(`${kind}: ${names(kind).length} texts`, async () => {
    assert.ok(names(kind).length > 20);
    const editor = await startLanguageServer({}, `fixtures/schema-editor/${kind}`);
    const all = names(kind).map((name) => read(kind, name));
    const shown = await show(editor, all).finally(editor.close);
    for (const [index, name] of names(kind).entries()) {
      const text = shown[index]!.replaceAll(`@${manifest.version}/`, '@VERSION/');
      matches(join(folder(kind), `${name}.txt`), text);
    }
  });
}

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

shows('complete', (editor, all) =>
  inTurn(all, async ({ text, position }) =>
    lines((await editor.complete(text, position)).map(({ label }) => label)),
  ),
);

shows('hover', (editor, all) =>
  inTurn(all, async ({ text, position }) => `${await editor.hover(text, position)}\n`),
);

shows('diagnose', (editor, all) =>
  Promise.all(
    all.map(async ({ text }) =>
      lines(
        (await editor.diagnose(text)).map(
          ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
        ),
      ),
    ),
  ),
);

/** A person has one cursor: the server answers one question at a time. */
async function inTurn<T>(all: readonly T[], ask: (one: T) => Promise<string>): Promise<readonly string[]> {
  const answers: string[] = [];
  for (const one of all) answers.push(await ask(one));
  return answers;
}

languageServer.run();

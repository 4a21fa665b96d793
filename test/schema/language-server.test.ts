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

/** Does one thing in an editor for every fixture of its kind, and compares what it shows. */
function shows(kind: string, show: (editor: Editor, at: Marked) => Promise<string>): void {
  languageServer(`${kind}: ${names(kind).length} texts`, async () => {
    const editor = await startLanguageServer({}, `fixtures/schema-editor/${kind}`);
    try {
      const shown = await Promise.all(
        names(kind).map((name) =>
          show(editor, marked(readFileSync(join(folder(kind), `${name}.yaml`), 'utf8'))),
        ),
      );
      for (const [index, name] of names(kind).entries()) {
        const text = shown[index]!.replaceAll(`@${manifest.version}/`, '@VERSION/');
        matches(join(folder(kind), `${name}.txt`), text);
      }
    } finally {
      editor.close();
    }
    assert.ok(names(kind).length > 20);
  });
}

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('');

shows('complete', async (editor, { text, position }) =>
  lines((await editor.complete(text, position)).map(({ label }) => label)),
);

shows('hover', async (editor, { text, position }) => `${await editor.hover(text, position)}\n`);

shows('diagnose', async (editor, { text }) =>
  lines(
    (await editor.diagnose(text)).map(
      ({ message, range: { start } }) => `${start.line + 1}:${start.character + 1} ${message}`,
    ),
  ),
);

languageServer.run();

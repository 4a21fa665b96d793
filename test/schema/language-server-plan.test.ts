import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import { catcher, retrier } from '../../src/asl/states/errors.js';
import type { Schema } from '../../src/language/schema.js';
import { parameter } from '../../src/schema/parameter.js';
import { plan } from '../../src/schema/plan.js';
import { runner } from '../../src/schema/runner.js';
import { type Editor, startLanguageServer } from './editor/language-server.js';

const outside = suite('schema: YAML language server, the plan around its states');

let editor: Editor;
outside.before(async () => {
  editor = await startLanguageServer({}, 'fixtures/schema-editor');
});
outside.after(() => editor.close());

type Fields = { readonly [name: string]: unknown };

const header = { Name: 'webshop', Version: '1.4.0' };
const states = { Ready: { Type: 'Pass' } };
const withState = (fields: Fields) => ({
  ...header,
  States: { Call: { Type: 'Task', Resource: 'arn:aws:states:::sns:publish', ...fields } },
});

/** What has fields: its schema, its fields that are required, and a plan with it. */
const owners: readonly (readonly [schema: Schema, required: Fields, plan: (own: Fields) => Fields])[] = [
  [plan, { ...header, States: states }, (own) => own],
  [parameter, {}, (own) => ({ ...header, Parameters: { Size: own }, States: states })],
  [runner, { Image: 'node' }, (own) => ({ ...header, Runners: { tools: own }, States: states })],
  [retrier, { ErrorEquals: ['Busy'] }, (own) => withState({ Retry: [own] })],
  [catcher, { ErrorEquals: ['Busy'], Next: 'Call' }, (own) => withState({ Catch: [own] })],
];

const cases = owners.flatMap(([schema, required, plan]) =>
  Object.entries(schema.properties as { [name: string]: Schema }).flatMap(([name, { examples }]) => {
    if (examples === undefined) return [];
    const right = { ...required, [name]: examples[0] };
    const misspelt = Object.fromEntries(
      Object.entries(right).map(([key, value]) => [key === name ? `${key}e` : key, value]),
    );
    return [
      { name, schema: schema.properties![name] as Schema, right: plan(right), misspelt: plan(misspelt) },
    ];
  }),
);

const written = (plan: Fields) =>
  `# yaml-language-server: $schema=../../schemas/plan.schema.json\n${stringify(plan, { lineWidth: 0 })}`;

outside(`a hover shows text, example and link: ${cases.length} fields`, async () => {
  assert.ok(cases.length > 30);
  for (const { name, schema, right } of cases) {
    const lines = written(right).split('\n');
    const line = lines.findLastIndex((text) => new RegExp(`^[ -]*${name}:`).test(text));
    const at = { line, character: lines[line]!.indexOf(name) + 1 };
    const shown = await editor.hover(lines.join('\n'), at);
    for (const part of [`#### ${name}\n`, String(schema.description), '```yaml\n', '\n[More](https://'])
      assert.ok(shown.includes(part), `${name}: ${shown}`);
  }
});

outside('an example is no problem, and a misspelt name is one', async () => {
  const texts = cases.flatMap(({ right, misspelt }) => [written(right), written(misspelt)]);
  const found = await Promise.all(texts.map((text) => editor.diagnose(text)));
  for (const [index, problems] of found.entries())
    assert.is(problems.length, index % 2, `${texts[index]}${problems.map(({ message }) => message)}`);
});

outside('the default of a parameter, which may be text or a list, begins as text', async () => {
  const lines = written({ ...header, Parameters: { Size: {} } })
    .replace('Size: {}', 'Size:\n    De')
    .split('\n');
  const line = lines.findIndex((text) => text.endsWith(' De'));
  const items = await editor.complete(lines.join('\n'), { line, character: lines[line]!.length });
  const inserted = items.find(({ label }) => label === 'Default')?.textEdit?.newText;
  assert.match(inserted!, /^Default: \S+$/);
});

outside.run();

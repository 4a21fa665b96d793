import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type SchemaObject } from 'ajv';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { stringify } from 'yaml';
import { validateBeside } from '../../src/compiler/validate/beside.js';
import { environmentsSchema, mocksSchema, simulationsSchema } from '../../src/schema/published.js';
import type { Json } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { fixtures } from '../golden.js';
import { changes, mutate, values } from '../validate/mutate.js';
import { withoutText } from '../validate/without-text.js';
import { editorKeywords } from './editor/keywords.js';
import { startLanguageServer } from './editor/language-server.js';

const beside = suite('schemas of what is beside a plan');

const schemas = { mocks: mocksSchema, simulations: simulationsSchema, environments: environmentsSchema };
type Kind = keyof typeof schemas;
const kinds = Object.keys(schemas) as readonly Kind[];

const ajv = new Ajv({ strict: true, strictTypes: false, keywords: [...editorKeywords] });
const validators = {
  mocks: ajv.compile(mocksSchema() as SchemaObject),
  simulations: ajv.compile(simulationsSchema() as SchemaObject),
  environments: ajv.compile(environmentsSchema() as SchemaObject),
};

/** Every such file among the fixtures that is right. */
const filesOf = (kind: Kind): readonly string[] =>
  readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith(`/${kind}.yaml`) && !file.includes('misnamed'),
  );

const read = (file: string): Json => readDocument(file, readFileSync(join(fixtures, file), 'utf8')).value!;

for (const kind of kinds) {
  const isValid = validators[kind];
  beside(`${kind}: accepts those of the fixtures`, () => {
    const files = filesOf(kind);
    assert.ok(files.length >= 2);
    for (const file of files) assert.ok(isValid(read(file)), `${file}: ${JSON.stringify(isValid.errors)}`);
  });

  for (const [how, change] of Object.entries({ ...changes, ...values })) {
    beside(`${kind}: agrees with the compiler on ${how}`, () => {
      for (const file of filesOf(kind)) {
        for (const changed of mutate(read(file), change)) {
          // Which of two fields there must be, only the compiler says.
          const problems = validateBeside(withoutText(changed), kind).filter(
            ({ message }) => !/has none of|can have only one of/.test(message),
          );
          assert.is(
            isValid(changed),
            problems.length === 0,
            JSON.stringify([changed, problems]).slice(0, 800),
          );
        }
      }
    });
  }
}

/** What an editor offers at `|`, and what it says is wrong. */
async function edited(kind: Kind, text: string) {
  const schema = `# yaml-language-server: $schema=../../schemas/${kind}.schema.json\n`;
  const [before, after] = text.split('|') as [string, string?];
  const editor = await startLanguageServer({ yaml: {} }, 'fixtures/schema-editor');
  const lines = before.split('\n');
  const position = { line: lines.length, character: lines.at(-1)!.length };
  const whole = `${schema}${before}${after ?? ''}`;
  const offered = await editor.complete(whole, position);
  const found = await editor.diagnose(whole);
  editor.close();
  return { labels: offered.map(({ label }) => label), problems: found.map(({ message }) => message) };
}

beside('an editor offers the parts of mocks, and what a state comes to', async () => {
  const { labels } = await edited('mocks', '|\n');
  for (const name of ['States', 'Parameters', 'Objects', 'Runners']) assert.ok(labels.includes(name), name);
  const inside = await edited('mocks', 'States:\n  Smoke test:\n    |\n');
  for (const name of ['Return', 'Throw']) assert.ok(inside.labels.includes(name), name);
});

beside('an editor offers what can be expected of a case, and says what cannot', async () => {
  const { labels } = await edited('simulations', 'Cases:\n  one:\n    Expect:\n      |\n');
  for (const name of ['Status', 'Path', 'States', 'Outputs']) assert.ok(labels.includes(name), name);
  const { problems } = await edited('simulations', stringify({ Cases: { one: { Expects: {} } } }));
  assert.equal(problems, ['Property Expects is not allowed.']);
});

beside('an editor offers where an environment can be', async () => {
  const { labels } = await edited('environments', 'production:\n  |\n');
  for (const name of ['Region', 'Profile', 'RoleArn']) assert.ok(labels.includes(name), name);
});

beside.run();

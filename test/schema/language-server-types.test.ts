import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { isMap, parseDocument } from 'yaml';
import { stateSchemas } from '../../src/schema/state.js';
import { type Editor, type Item, startLanguageServer } from './editor/language-server.js';
import { around } from './editor/scopes.js';
import { inserted, marked } from './editor/text.js';

const types = suite('schema: YAML language server, every type');

let editor: Editor;
types.before(async () => {
  editor = await startLanguageServer({}, 'fixtures/schema-editor');
});
types.after(() => editor.close());

const names = Object.keys(stateSchemas);
const fieldsOf = (type: string) =>
  Object.keys(stateSchemas[type]!.properties!).filter((field) => field !== 'Type');

/** The settings under `Properties` of a type of plancc's; none of Amazon's. */
function settingsOf(type: string): readonly string[] {
  const { Properties } = stateSchemas[type]!.properties!;
  return typeof Properties === 'object' ? Object.keys(Properties.properties!) : [];
}
const ofPlancc = names.filter((type) => settingsOf(type).length > 0);

const labels = (items: readonly Item[]) =>
  items.map(({ label }) => label).filter((label) => !label.startsWith('Example of '));
const examples = (items: readonly Item[]) =>
  items.map(({ label }) => label).filter((label) => label.startsWith('Example of '));

interface Case {
  readonly state: string;
  readonly type: string;
  readonly expected: readonly string[];
  readonly example: string;
}

/** Positions in a state, with what belongs there: nothing else may be offered. */
const positions: readonly Case[] = [
  ...names.flatMap((type) => {
    const expected = fieldsOf(type);
    const example = `Example of ${type}`;
    return [
      { type, example, expected, state: `A:\n  Type: ${type}\n  <|>` },
      { type, example, expected, state: `A:\n  Type: ${type}\n  <|>\nB:\n  Type: Pass` },
      { type, example, expected, state: `A:\n  <|>\n  Type: ${type}` },
      {
        ...{ type, example, expected: expected.filter((field) => field !== 'Comment') },
        state: `A:\n  Type: ${type}\n  Comment: b\n  <|>`,
      },
    ];
  }),
  ...ofPlancc.flatMap((type) => {
    const expected = settingsOf(type);
    const example = `Example of Properties of ${type}`;
    const [first, ...rest] = expected;
    return [
      { type, example, expected, state: `A:\n  Type: ${type}\n  Properties:\n    <|>` },
      { type, example, expected, state: `A:\n  Properties:\n    <|>\n  Type: ${type}` },
      {
        type,
        example,
        expected: rest,
        state: `A:\n  Type: ${type}\n  Properties:\n    ${first}: b\n    <|>`,
      },
    ];
  }),
];

for (const { where, plan } of around) {
  types(`${where}: all types after \`Type: \`, each with its documentation`, async () => {
    for (const state of ['A:\n  Type: <|>', 'A:\n  Type: <|>\nB:\n  Type: Pass', 'A:\n  Type: P<|>']) {
      const { text, position } = marked(plan(state));
      const items = await editor.complete(text, position);
      assert.equal([...labels(items)].sort(), [...names].sort(), state);
      for (const { label, documentation } of items) {
        const words = typeof documentation === 'object' ? documentation.value : documentation;
        assert.match(String(words), /\w+ .*\./, label);
      }
    }
  });

  types(`${where}: what fits the type, nothing else, at ${positions.length} places`, async () => {
    let leaks = 0;
    for (const { state, type, expected, example } of positions) {
      const at = marked(plan(state));
      const items = await editor.complete(at.text, at.position);
      const offered = labels(items);
      const foreign = [
        ...offered.filter((label) => !expected.includes(label)),
        ...examples(items).filter((label) => label !== example),
      ];
      leaks += foreign.length;
      assert.equal(foreign, [], state);
      assert.equal([...offered].sort(), [...expected].sort(), state);
      for (const item of items) {
        const { errors } = parseDocument(inserted(at, item));
        assert.equal(errors, [], `${type}: ${item.label}\n${inserted(at, item)}`);
      }
    }
    assert.is(leaks, 0);
  });

  types(`${where}: a snippet for a new state of each type makes a plan without errors`, async () => {
    for (const [state, prefix] of [
      ['<|>', 'New state: '],
      ['A:\n  Type: Pass\n<|>', 'New state: '],
      ['A:\n  <|>', ''],
    ] as const) {
      const at = marked(plan(state));
      const items = await editor.complete(at.text, at.position);
      const snippets = names.map((type) => items.find(({ label }) => label === prefix + type)!);
      const plans = snippets.map((item) => inserted(at, item));
      for (const [index, text] of plans.entries()) {
        assert.ok(isMap(parseDocument(text).contents), text);
        assert.match(text, `Type: ${names[index]}\n`);
        assert.match(snippets[index]!.textEdit!.newText, /\$\{1:|^Type: Succeed$/);
      }
      const found = await Promise.all(plans.map((text) => editor.diagnose(text)));
      for (const [index, problems] of found.entries()) assert.equal(problems, [], plans[index]);
    }
  });
}

types.run();

import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { languageOf } from '../../../src/asl/held-fields.js';
import { functionNames } from '../../../src/asl/path/functions.js';
import { nativeStates, definitions as parts } from '../../../src/asl/states/index.js';
import { condition } from '../../../src/asl/states/rule.js';
import { objectOr, objectsIn } from '../../../src/language/json.js';
import type { Schema } from '../../../src/language/schema.js';
import type { Json } from '../../../src/source/document.js';
import { matches } from '../../matches.js';
import { cases, expectedOf, folder } from './cases.js';
import { runCase } from './run-case.js';

const definitions = suite('definitions on the interpreter');

for (const one of cases)
  definitions(one.name, async () => {
    const ended = await runCase(one);
    const { emulator } = expectedOf(one.name);
    const expected = { ...ended, ...(emulator && { emulator }) };
    matches(join(folder, one.name, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  });

definitions('all types of states in both query languages, and all their fields', () => {
  const used = new Set<string>();
  const visit = (states: Json | undefined, outer: string): void => {
    for (const state of Object.values(objectOr(states)).map(objectOr)) {
      const language = state.QueryLanguage ?? outer;
      for (const field of Object.keys(state)) used.add(field).add(`${language} ${state.Type} ${field}`);
      const machines = [
        ...objectsIn(state.Branches),
        objectOr(state.ItemProcessor),
        objectOr(state.Iterator),
      ];
      for (const machine of machines) visit(machine.States, outer);
      for (const [part, found] of Object.entries({
        branch: objectsIn(state.Branches),
        body: machines.slice(-2),
        retrier: objectsIn(state.Retry),
        catcher: objectsIn(state.Catch),
        itemBatcher: [objectOr(state.ItemBatcher)],
      }))
        for (const field of found.flatMap(Object.keys)) used.add(`${part} ${field}`);
    }
  };
  for (const { definition } of cases)
    visit(definition.States, String(definition.QueryLanguage ?? 'JSONPath'));
  assert.equal(
    [...fieldsOfStates, ...fieldsOfParts, ...once].filter((one) => !used.has(one)),
    [],
  );
});

definitions('all intrinsic functions and comparators', () => {
  const text = JSON.stringify(cases.map(({ definition }) => definition));
  const comparators = Object.keys(condition.properties!).filter((name) => !/^(Variable|Comment)$/.test(name));
  const missing = [...functionNames.map((name) => `${name}(`), ...comparators.map((name) => `"${name}":`)];
  assert.equal(
    missing.filter((one) => !text.includes(one)),
    [],
  );
});

/** The same in all types of states. */
const once: readonly string[] = ['Comment', 'QueryLanguage'];

/** Fields that no definition here has, and why. */
const left: { readonly [field: string]: string } = {
  When: 'plancc makes a Choice of it',
  Otherwise: 'plancc makes a Pass of it',
  ItemReader: 'it needs S3; test/interpreter/readers.test.ts has one',
  ResultWriter: 'it needs S3; test/interpreter/readers.test.ts has one',
};

const fieldsOf = ({ properties = {} }: Schema): readonly (readonly [name: string, schema: Schema])[] =>
  Object.entries(properties)
    .filter(([name]) => !once.includes(name) && left[name] === undefined)
    .map(([name, schema]) => [name, schema as Schema]);

const fieldsOfStates = (['JSONPath', 'JSONata'] as const).flatMap((language) =>
  Object.entries(nativeStates).flatMap(([type, state]) =>
    fieldsOf(state)
      .filter(([, { holds }]) => holds === undefined || (languageOf(holds) ?? language) === language)
      .map(([name]) => `${language} ${type} ${name}`),
  ),
);

const fieldsOfParts = ['branch', 'body', 'retrier', 'catcher', 'itemBatcher'].flatMap((part) =>
  fieldsOf(parts[part]!).map(([name]) => `${part} ${name}`),
);

definitions.run();

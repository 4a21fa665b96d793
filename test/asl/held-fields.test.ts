import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { heldFields } from '../../src/asl/held-fields.js';
import { useOf } from '../../src/compiler/references/fields.js';
import { type Fields, native, own, parts } from '../../src/generated/held.js';
import type { Holds } from '../../src/language/schema.js';
import { planOf } from '../plan.js';

const held = suite('what fields hold');

const named = (fields: Fields): readonly (readonly [name: string, holds: Holds | undefined])[] =>
  Object.entries(fields).flatMap(([name, { holds, fields: inner }]) => [
    [name, holds] as const,
    ...(inner === undefined ? [] : named(inner)),
  ]);
const all = [own, ...Object.values(native), ...Object.values(parts)].flatMap(named);

held('every field that is called a path holds one', () => {
  const paths = ['path', 'reference path', 'result path', 'path or text function'];
  const called = all.filter(([name]) => name.endsWith('Path') || name === 'Variable');
  assert.ok(called.length > 60);
  for (const [name, holds] of called) assert.ok(paths.includes(String(holds)), `${name} holds ${holds}`);
});

held('references may stand where values and templates do', () => {
  const takes: { readonly [holds in Holds]?: readonly (string | undefined)[] } = {
    template: ['payload'],
    'JSONPath template': ['payload'],
    'JSONPath value': ['payload', undefined],
    'JSONata value': ['payload', 'condition'],
    value: ['twin'],
  };
  for (const [name, holds] of all) {
    const uses = holds === undefined ? undefined : takes[holds];
    if (uses !== undefined) assert.ok(uses.includes(useOf(name)), `${name} holds a ${holds}`);
  }
});

held('rules, catchers and settings inside a state are found, states inside it are not', () => {
  const plan = planOf(`
States:
  Which:
    Type: Choice
    Choices: [{ And: [{ Not: { Variable: $.a, IsNull: true } }], Next: Each }]
  Each:
    Type: Map
    ItemReader: { ReaderConfig: { MaxItemsPath: $.b } }
    Catch: [{ ErrorEquals: [States.ALL], Next: Each, ResultPath: $.c }]
    ItemProcessor: { States: { Item: { Type: Pass, InputPath: $.d } } }
`);
  const found = plan.states.map((state) => heldFields(state).map(({ path }) => path.join('.')));
  assert.equal(found, [
    ['Choices.0.And', 'Choices.0.And.0.Not', 'Choices.0.And.0.Not.Variable'],
    ['ItemReader.ReaderConfig.MaxItemsPath', 'Catch.0.ResultPath'],
    ['InputPath'],
  ]);
});

held.run();

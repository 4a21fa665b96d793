import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { plancc } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { shown } from '../golden.js';

const definitions = suite('definitions of Amazon States Language, as Step Functions takes them');

const said = (text: string, file = 'order.asl.yaml'): string =>
  shown(compile({ file, text, project: virtualProject({}) }));

const good = 'StartAt: Wait\nVersion: "1.0"\nStates:\n  Wait: { Type: Wait, Seconds: 1, End: true }\n';

definitions('a definition needs no name', () => {
  assert.is(said(good), '');
  assert.is(said('{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', 'order.asl.json'), '');
  assert.match(said(good, 'plan.yaml'), 'PLAN1002');
});

const refused: { readonly [what: string]: readonly [text: string, message: string] } = {
  'no StartAt': [good.replace('StartAt: Wait\n', ''), 'a definition has no `StartAt`'],
  'no StartAt in a branch': [
    'StartAt: P\nStates: { P: { Type: Parallel, End: true, Branches: [{ States: { A: { Type: Succeed } } }] } }\n',
    'a part of `P` has no `StartAt`',
  ],
  'a state that leads nowhere': [good.replace(', End: true', ''), 'a `Wait` state has no `Next` or `End`'],
  "a type of plancc's": [
    'StartAt: A\nStates: { A: { Type: approval, End: true } }\n',
    '`approval` is not a state type',
  ],
  "a field of plancc's": [
    good.replace('Seconds: 1', 'Seconds: 1, When: { Variable: $.a, IsPresent: true }'),
    '`When` is not a field of a `Wait` state',
  ],
  "a field of a plan's header": [`Tags: { a: b }\n${good}`, '`Tags` is not a field of a definition'],
  'a version of something else': [good.replace('"1.0"', '1.4.0'), '`Version` must be `"1.0"`'],
};

for (const [what, [text, message]] of Object.entries(refused)) {
  definitions(`${what} is an error`, () => assert.match(said(text), message));
}

definitions('there is nothing to pack', () => {
  assert.is(compile({ file: 'a.asl.yaml', text: good, project: virtualProject({}) }).output, undefined);
});

definitions('what builds says that it is no plan', () => {
  const cwd = newFolder({ 'order.asl.yaml': good });
  const { status, stderr } = plancc(['build', 'order.asl.yaml'], { cwd });
  assert.is(status, 1);
  assert.match(stderr, 'error[PLAN0026]');
  assert.is(plancc(['validate', 'order.asl.yaml'], { cwd }).status, 0);
});

definitions.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import type { JsonObject } from '../../src/source/document.js';
import { virtualProject } from '../../src/source/virtual.js';

const limits = suite('limits of what is emitted');

const codesOf = (plan: JsonObject): readonly string[] =>
  compile({
    file: 'plan.json',
    text: JSON.stringify({ Name: 'large', Version: '1.0.0', ...plan }),
    project: virtualProject({}),
  }).problems.map(({ code }) => code);

limits('a definition of more than a million characters is refused, and that alone', () => {
  const states = Array.from({ length: 10_000 }, (_, index) => [
    `State ${index}`,
    { Type: 'Pass', Comment: 'x'.repeat(70) },
  ]);
  assert.equal(codesOf({ States: Object.fromEntries(states) }), ['PLAN5001']);
});

limits('so is a template of more than a million bytes', () => {
  const Topic = { Type: 'AWS::SNS::Topic', Metadata: { Text: 'x'.repeat(1_000_000) } };
  assert.equal(codesOf({ Resources: { Topic }, States: { Wait: { Type: 'Wait', Seconds: 1 } } }), [
    'PLAN5002',
  ]);
});

limits('nine tenths of a limit are worth a warning, less are not', () => {
  const resources = (count: number) => ({
    Resources: Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`Topic${index}`, { Type: 'AWS::SNS::Topic' }]),
    ),
    States: { Wait: { Type: 'Wait', Seconds: 1 } },
  });
  assert.equal(codesOf(resources(470)), ['PLAN5107']);
  assert.equal(codesOf(resources(400)), []);
  const Comment = 'x'.repeat(960_000);
  assert.equal(codesOf({ States: { Wait: { Type: 'Wait', Seconds: 1, Comment } } }), [
    'PLAN5107',
    'PLAN5107',
  ]);
  assert.equal(codesOf({ States: { Wait: { Type: 'Wait', Seconds: 1, Comment: 'x'.repeat(850_000) } } }), []);
});

limits('no limit is reported twice', () => {
  const Description = 'x'.repeat(1_100);
  assert.equal(codesOf({ Description, States: { Wait: { Type: 'Wait', Seconds: 1 } } }), ['PLAN5104']);
});

limits.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { entryOf } from '../../src/environment/keys.js';
import { type OwnedStack, orphansAmong } from '../../src/environment/orphans.js';
import { stateTag } from '../../src/states/cfn/owner.js';

const orphans = suite('stacks that nothing owns');

const stack = (name: string, more: Partial<OwnedStack> = {}): OwnedStack => ({
  name,
  environment: 'dev',
  distribution: 'shop',
  state: 'Orders',
  changed: '2026-11-23T10:00:00.000Z',
  ...more,
});
const owner = (...states: readonly string[]) => ({
  environment: 'dev',
  distribution: 'shop',
  versions: ['1.0.0'],
  states: new Set(states),
});
const found = (stacks: readonly OwnedStack[], ...states: readonly string[]) =>
  orphansAmong(stacks, ['dev'], [owner(...states)]).map(
    ({ stack: { name }, reason }) => `${name}: ${reason}`,
  );

orphans('one of a state that is there has an owner, and so has each iteration', () => {
  assert.equal(found([stack('a'), stack('b', { state: 'Probe.0.2' })], 'Orders', 'Probe'), []);
});

orphans('one of a state that the plan does not have any more', () => {
  assert.equal(found([stack('a')], 'Queue'), ['a: shop 1.0.0 has no such state']);
});

orphans('the one that the state made under another name before', () => {
  const later = stack('b', { changed: '2026-11-23T11:00:00.000Z' });
  assert.equal(found([stack('a'), later], 'Orders'), ['a: the state has made b since']);
});

orphans(
  'one of an environment or of a distribution that is gone; the stack of a plan belongs to its distribution',
  () => {
    assert.equal(found([stack('a', { environment: 'old' })], 'Orders'), [
      'a: there is no environment old any more',
    ]);
    assert.equal(found([stack('a', { distribution: 'gone' })], 'Orders'), [
      'a: gone was never deployed to dev, or its records are gone',
    ]);
    assert.equal(found([stack('plan', { state: undefined })]), []);
  },
);

orphans('the tag of a state has no character that tags cannot have, and is its own', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html
  const names = [
    'Smoke test',
    'Again?',
    'Größe',
    'a~b',
    'a=7Eb',
    'x'.repeat(80),
    '日本'.repeat(40),
    `${'日本'.repeat(39)}日月`,
  ];
  const tags = names.map((name) => stateTag(entryOf(name, [])));
  for (const tag of tags) assert.match(tag, /^[\w .:/=+@-]{1,120}$/);
  assert.is(new Set(tags).size, names.length);
  assert.is(stateTag(`${entryOf('Smoke test', [0, 2])}@0-20261123T105359123Z`), 'Smoke=20test.0.2');
  assert.is(stateTag(entryOf(names.at(-1)!, [0, 2])), `${tags.at(-1)}.0.2`);
});

orphans.run();

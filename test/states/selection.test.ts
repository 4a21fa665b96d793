import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { AssemblyStack } from '../../src/states/cdk/assembly.js';
import { inOrder, selected } from '../../src/states/cdk/selection.js';

const selection = suite('stacks of a cloud assembly that are deployed');

const stack = (name: string, ...dependencies: string[]): AssemblyStack => ({
  name,
  id: name.replace('/', ''),
  template: `${name}.json`,
  dependencies,
  artifact: {},
});

const stacks = [stack('Net'), stack('Data', 'Net'), stack('Web', 'Data', 'Web.assets'), stack('Prod/Web')];

const names = (
  Stacks: string[] | undefined,
  Exclusively?: boolean | string,
  Action: 'Deploy' | 'Destroy' = 'Deploy',
) =>
  selected(stacks, {
    Path: 'app',
    Action,
    ...(Stacks && { Stacks }),
    ...(Exclusively !== undefined && { Exclusively }),
  })?.map(({ name }) => name);

selection('without names: all', () => assert.equal(names(undefined), ['Net', 'Data', 'Web', 'Prod/Web']));
selection('by name, with what they depend on', () => assert.equal(names(['Web']), ['Net', 'Data', 'Web']));
selection('by name alone', () => assert.equal(names(['Web'], true), ['Web']));
selection('by pattern', () => assert.equal(names(['*Web'], true), ['Web', 'Prod/Web']));
selection('a dot is a dot', () => assert.equal(names(['W.b', 'N+t'], true), []));
selection('by a name that only the running plan knows', () =>
  assert.is(names(['Web', '${{ Parameters.Stack }}']), undefined),
);
selection('alone or not, which only the running plan knows', () =>
  assert.is(names(['Web'], '${{ Parameters.Alone }}'), undefined),
);

selection('destroyed with those that depend on them', () => {
  assert.equal(names(['Data'], false, 'Destroy'), ['Data', 'Web']);
  assert.equal(names(['Data'], true, 'Destroy'), ['Data']);
});
selection('after those that they depend on', () => {
  const order = (...unordered: AssemblyStack[]) => inOrder(unordered).map(({ name }) => name);
  const [net, data, web, other] = stacks;
  assert.equal(order(web!, other!, data!, net!), ['Net', 'Data', 'Web', 'Prod/Web']);
  assert.equal(order(web!, net!), ['Web', 'Net']);
});

selection.run();

import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { mermaid } from '../../src/compiler/emit/graph/mermaid.js';
import type { Graph, GraphScope } from '../../src/compiler/emit/graph/model.js';
import { condition, words } from '../../src/compiler/emit/graph/words.js';
import { farEdges } from '../../src/graph/layout/far.js';
import { graphOfText } from './graphs.js';

const model = suite('what a picture shows');

const header = 'Name: a\nVersion: 1.0.0\n';
const graph = (states: string): Graph => graphOfText(`${header}${states}`);
const named = ({ machine }: Graph, name: string) => {
  const all = (scope: GraphScope): GraphScope['nodes'] =>
    scope.nodes.flatMap((node) => [node, ...node.inner.flatMap(all)]);
  return all(machine).find((node) => node.name === name)!;
};

for (const [rule, expected] of [
  [{ Variable: '${{ Environment }}', StringEquals: 'production' }, 'Environment = production'],
  [{ Variable: '$.a', NumericLessThanEqualsPath: '$.b' }, '$.a ≤ $.b'],
  [{ Variable: '$.a', StringMatches: 'x-*' }, '$.a matches x-*'],
  [{ Variable: '$.a', BooleanEquals: true }, '$.a'],
  [{ Variable: '$.a', BooleanEquals: false }, 'not $.a'],
  [{ Variable: '$.a', IsPresent: false }, '$.a is not present'],
  [{ Variable: '$.a', IsNull: true }, '$.a is null'],
  [{ Condition: '{% $states.input.n > 1 %}' }, '$states.input.n > 1'],
  [{ Condition: "{% ${{ Environment }} =\n 'x' %}" }, "Environment = 'x'"],
  [{ Condition: true }, 'true'],
  [
    { Not: { Variable: '$.a', TimestampGreaterThan: '2026-01-01T00:00:00Z' } },
    'not $.a > 2026-01-01T00:00:00Z',
  ],
  [
    {
      And: [
        { Variable: '$.a', IsString: true },
        {
          Or: [
            { Variable: '$.b', NumericEquals: 1 },
            { Variable: '$.b', NumericEquals: 2 },
          ],
        },
      ],
    },
    '$.a is string and ($.b = 1 or $.b = 2)',
  ],
  [{}, ''],
  [{ Variable: 5, Sounds: 'odd' }, '5'],
] as const)
  model(`a rule in words: ${expected || 'none'}`, () => assert.is(condition(rule), expected));

model('values in words name what they refer to', () => {
  assert.is(words('${{ Parameters.A }}'), 'Parameters.A');
  assert.is(words('${{ Environment }}-shop\n in ${{ Item }}'), '{Environment}-shop in {Item}');
  assert.is(words({ Ref: 'Topic' }), 'Topic');
  assert.is(words({ 'Fn::GetAtt': ['Role', 'Arn'] }), 'Role.Arn');
  assert.is(words({ 'Fn::Sub': ['${A}-b', { A: 'x' }] }), '${A}-b');
  assert.is(words({ 'Fn::Join': ['', []] }), '{"Fn::Join":["",[]]}');
});

model('a state is told by its line and its own text, without the states inside', () => {
  const given = graph(`States:
  Both: # at once
    Type: Parallel
    Branches:
      - States:
          In: { Type: Pass }
      - States:
          Out: { Type: Pass }
    Catch: [{ ErrorEquals: [States.ALL], Next: Last }]
  # between
  Last:
    Type: Pass
`);
  const both = named(given, 'Both');
  assert.is(both.line, 4);
  assert.is(
    both.source,
    'Both: # at once\n  Type: Parallel\n  Branches: …\n  Catch: [{ ErrorEquals: [States.ALL], Next: Last }]',
  );
  assert.is(named(given, 'Out').source, 'Out: { Type: Pass }');
  assert.is(named(given, 'Last').line, 13);
  assert.is(named(given, 'Last').source, 'Last:\n  Type: Pass');
});

model('the text behind an alias is that of its anchor', () => {
  const given = graph('Outputs: { A: &pass { Type: Pass } }\nStates:\n  First: *pass\n  Last: *pass\n');
  assert.is(named(given, 'Last').line, 6);
  assert.is(named(given, 'Last').source, '{ Type: Pass }');
});

model('a plan in JSON and one with Windows line ends are told as well', () => {
  const json = graphOfText(
    JSON.stringify({ Name: 'a', States: { A: { Type: 'Map', Iterator: { States: {} } } } }),
  );
  assert.is(named(json, 'A').source, '"A":{"Type":"Map","Iterator": …}');
  const windows = graphOfText('States:\r\n  A:\r\n    Type: Pass\r\n    Comment: x\r\n');
  assert.is(named(windows, 'A').source, 'A:\n  Type: Pass\n  Comment: x');
});

model('a plan with mistakes shows what there is', () => {
  for (const states of [
    '',
    'States: 5',
    'States: { A: 5, B: { Type: Parallel, Branches: [1, { States: { C: { Type: nonsense, Next: A } } }] } }',
    'States: { A: { Type: Choice, Choices: [{ Next: 5 }, 7, { Next: B }], Default: Gone, Catch: x, Retry: [1] } }',
    'StartAt: Gone\nStates: { A: { Type: Pass, Next: Gone, When: 5 } }',
    'States: { A: { Type: Pass }, A: { Type: Wait } }',
  ])
    for (const { from, to } of graph(states).machine.edges)
      assert.ok(from !== undefined && (to === undefined || /^s\d+$/.test(to)));
  assert.equal(graph('StartAt: Gone\nStates: { A: { Type: Pass, Next: Gone } }').machine, {
    ...graph('States: { A: { Type: Pass, Next: Gone } }').machine,
    nodes: [{ ...graph('StartAt: Gone\nStates: { A: { Type: Pass, Next: Gone } }').machine.nodes[0]! }],
    start: undefined,
  });
});

model('types that are none, but that every object of JavaScript has', () => {
  for (const type of ['constructor', 'toString', '__proto__']) {
    const given = graph(`States: { A: { Type: ${type} } }`);
    assert.is(named(given, 'A').about, undefined);
    assert.match(mermaid(given), `s0["A<br/><small>${type}</small>"]`);
  }
});

model('only arrows that lead far are cut, and none that a state needs to be reached', () => {
  const states = Array.from(
    { length: 40 },
    (_, index) =>
      `  S${index}: { Type: Task, Resource: x, Catch: [{ ErrorEquals: [States.ALL], Next: Failed }] }`,
  );
  const { nodes, edges } = graph(
    `States:\n${states.join('\n')}\n  Done: { Type: Succeed }\n  Failed: { Type: Fail }\n`,
  ).machine;
  const far = farEdges(nodes, edges);
  const failed = nodes.at(-1)!.id;
  const kept = edges.filter((edge) => edge.to === failed && !far.has(edge));
  assert.is(far.size, 29);
  assert.is(kept.length, 11);
  assert.ok([...far].every(({ kind }) => kind === 'catch'));
});

model.run();

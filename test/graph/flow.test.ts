import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { layout } from '../../src/graph/layout/index.js';
import type { PlacedEdge, PlacedScope } from '../../src/graph/layout/picture.js';
import { graphOfText } from './graphs.js';

const flow = suite('the flow of a picture');

const caught = (to: string) => `Type: Pass, Catch: [{ ErrorEquals: [States.ALL], Next: ${to} }]`;

/** Handlers in the midst of the flow, and a way past most of it. */
const withHandlers = graphOfText(`States:
  Build: { Type: Pass }
  Deploy: { ${caught('Undo')}, Next: Check }
  Undo: { Type: Pass, Next: Tell failure }
  Check: { ${caught('Tell failure')}, Next: Which }
  Which:
    Type: Choice
    Choices: [{ Variable: $.kind, StringEquals: nothing left to do, Next: Tell }]
    Default: Warm up
  Warm up: { Type: Wait, Seconds: 1, Next: Switch }
  Switch: { ${caught('Undo')}, Next: Clean }
  Clean: { Type: Pass, Next: Tell }
  Tell: { Type: Pass, Next: Done }
  Done: { Type: Succeed }
  Tell failure: { Type: Pass, Next: Failed }
  Failed: { Type: Fail }
`);

/** The middles of states, from left to right. */
const middles = ({ nodes }: PlacedScope, names: readonly string[]): readonly number[] => {
  const found = nodes.filter(({ node }) => names.includes(node.name));
  assert.is(found.length, names.length);
  return [...new Set(found.map(({ x, width }) => Math.round((x + width / 2) / 2)))];
};

flow('goes straight down, whatever handlers and ways past it there are', () => {
  const main = ['Build', 'Deploy', 'Check', 'Which', 'Warm up', 'Switch', 'Clean', 'Tell', 'Done'];
  assert.is(middles(layout(withHandlers), main).length, 1);
});

const fromSource = ({ label, points: [start] }: PlacedEdge): number =>
  Math.abs(label!.y + label!.height / 2 - start!.y);

flow('has the label of a long way where the way begins', () => {
  const { edges } = layout(withHandlers);
  const long = edges.filter(({ points }) => Math.abs(points.at(-1)!.y - points[0]!.y) > 250);
  assert.is(long.filter(({ label }) => label !== undefined).length, 3);
  for (const edge of long) assert.ok(fromSource(edge) < 90, `${edge.words}: ${fromSource(edge)}`);
});

flow.run();

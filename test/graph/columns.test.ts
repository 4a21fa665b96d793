import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { columnsOf } from '../../src/graph/layout/columns.js';
import { layout } from '../../src/graph/layout/index.js';
import type { PlacedNode } from '../../src/graph/layout/picture.js';
import { graphOfText, large } from './graphs.js';

const columns = suite('columns of long plans');

/** States one after the other, of these heights. */
function chain(heights: readonly number[]): readonly PlacedNode[] {
  const states = heights.map((_, index) => `  S${index}: { Type: Pass }`).join('\n');
  const { nodes } = layout(graphOfText(`States:\n${states}\n`));
  const ordered = [...nodes].sort((a, b) => Number(a.node.id.slice(1)) - Number(b.node.id.slice(1)));
  return ordered.map((node, index) => ({ ...node, height: heights[index]! }));
}

columns('hold every state once, in order, and none is much higher than the others', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          { weight: 5, arbitrary: fc.integer({ min: 40, max: 120 }) },
          fc.integer({ min: 40, max: 3000 }),
        ),
        {
          minLength: 1,
          maxLength: 120,
        },
      ),
      (heights) => {
        const nodes = chain(heights);
        const cut = columnsOf(nodes, []);
        assert.equal(cut.flat(), nodes);
        const total = (some: readonly PlacedNode[]) => some.reduce((sum, { height }) => sum + height + 56, 0);
        if (total(nodes) < 3600) assert.is(cut.length, 1);
        const mean = total(nodes) / Math.max(2, cut.length - 1);
        for (const column of cut) assert.ok(column.length === 1 || total(column) < 2.2 * mean);
      },
    ),
    { numRuns: 40 },
  );
});

columns('are cut where few arrows are', () => {
  const nodes = chain(Array.from({ length: 60 }, () => 60));
  const edges = nodes.slice(1, 40).map(({ node }, index) => ({
    kind: 'choice' as const,
    from: nodes[index]!.node.id,
    to: node.id,
    label: undefined,
  }));
  const around = edges.filter((_, index) => index % 6 !== 5);
  const ends = columnsOf(nodes, around).map((column) => Number(column.at(-1)!.node.id.slice(1)));
  assert.ok(ends.length > 2);
  for (const end of ends.filter((at) => at < 40)) assert.is(end % 6, 5, String(ends));
});

columns('make a picture that a screen can show', () => {
  const { width, height } = layout(large());
  assert.ok(width / height > 0.8 && width / height < 2.5, `${width} × ${height}`);
});

columns.run();

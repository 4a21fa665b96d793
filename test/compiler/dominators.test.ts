import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { dominators } from '../../src/compiler/flow/dominators.js';
import { reach } from '../../src/compiler/flow/graph.js';

const flow = suite('dominators');

/** By the definition: without `a`, `b` cannot be reached. */
function byDefinition(graph: readonly (readonly number[])[], a: number, b: number): boolean {
  if (!reach(graph, [0]).has(b)) return false;
  if (a === 0 || a === b) return reach(graph, [0]).has(a);
  return !reach(graph, [0], new Set([a])).has(b);
}

flow('agree with their definition on any graph', () => {
  const graphs = fc
    .integer({ min: 1, max: 9 })
    .chain((size) =>
      fc.array(fc.array(fc.nat(size - 1), { maxLength: 3 }), { minLength: size, maxLength: size }),
    );
  fc.assert(
    fc.property(graphs, (graph) => {
      const dominates = dominators(graph);
      for (const a of graph.keys()) {
        for (const b of graph.keys()) assert.is(dominates(a, b), byDefinition(graph, a, b), `${a} ${b}`);
      }
    }),
    { numRuns: 500 },
  );
});

flow('a long chain takes no stack', () => {
  const size = 50_000;
  const dominates = dominators(
    Array.from({ length: size }, (_, node) => (node + 1 < size ? [node + 1] : [])),
  );
  assert.ok(dominates(1, size - 1));
  assert.not.ok(dominates(size - 1, 1));
});

flow.run();

import type { GraphEdge } from '../../compiler/emit/graph/model.js';
import { labelOf } from './measure.js';
import type { Size } from './picture.js';

/** One of the arrows that lead from one state to the same other. */
export interface Lane {
  readonly edge: GraphEdge;
  readonly label: (Size & { readonly lines: readonly string[] }) | undefined;
  /** How far its line is to the right of the first one. */
  readonly offset: number;
}

/** Arrows side by side, each with its label at its right; for dagre they are one arrow with one label. */
export interface Bundle extends Size {
  readonly from: string;
  /** What stands at its end in the picture. */
  readonly to: string;
  readonly lanes: readonly Lane[];
  readonly weight: number;
}

/** How much an arrow wants to be short, straight and the first of its bundle. */
const weights: { readonly [kind in GraphEdge['kind']]: number } = {
  next: 12,
  default: 4,
  choice: 3,
  skip: 2,
  catch: 1,
};

/** From a line to its label, and from there to the next line. */
export const labelGap = 8;
const laneGap = 16;

export function bundlesOf(
  edges: readonly GraphEdge[],
  target: (edge: GraphEdge) => string,
): readonly Bundle[] {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = `${edge.from} ${target(edge)}`;
    groups.set(key, [...(groups.get(key) ?? []), edge]);
  }
  return [...groups.values()].map((group) => bundle(group, target(group[0]!)));
}

function bundle(edges: readonly GraphEdge[], to: string): Bundle {
  const sorted = [...edges].sort((a, b) => weights[b.kind] - weights[a.kind]);
  let width = 0;
  const lanes = sorted.map((edge, index): Lane => {
    const offset = index === 0 ? 0 : width + laneGap;
    const label = labelOf(edge);
    width = offset + (label === undefined ? 0 : labelGap + label.width);
    return { edge, label, offset };
  });
  const height = Math.max(...lanes.map(({ label }) => label?.height ?? 0));
  return { from: sorted[0]!.from, to, lanes, width, height, weight: weights[sorted[0]!.kind] };
}

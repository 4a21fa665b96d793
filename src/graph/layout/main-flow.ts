import type { GraphEdge } from '../../compiler/emit/graph/model.js';
import { labelGap } from './lanes.js';
import type { Rectangle } from './picture.js';
import type { LaidBundle } from './route.js';

/** What dagre laid: boxes of states by their middle, and bundles. */
export interface Laid {
  readonly boxes: ReadonlyMap<string, Rectangle>;
  readonly bundles: readonly LaidBundle[];
}

/** A state, or an arrow that passes, in the row of its rank: how much room it takes on both sides of its line. */
interface Item {
  x: number;
  readonly before: number;
  readonly after: number;
}

/** Half of what is free between two states, and between arrows. */
const besideState = 14;
const besideArrow = 11;

/**
 * The same with the main flow on one vertical line. dagre gives long arrows the straight line, and those are ways to
 * handlers and past others. Ranks are moved as a whole, so that nothing comes to lie on anything; then arrows that pass
 * are straightened where there is room.
 */
export function alongMainFlow({ boxes, bundles }: Laid, first: string): Laid {
  const states = new Map([...boxes].map(([id, { x, width }]) => [id, stateItem(x, width)]));
  const passing = new Map(bundles.map((bundle) => [bundle, passingItems(bundle)]));
  const rows = rowsOf([
    ...[...boxes].map(([id, { y }]) => [y, states.get(id)!] as const),
    ...bundles.flatMap((bundle) =>
      passing.get(bundle)!.map((item, index) => [bundle.points[index + 1]!.y, item] as const),
    ),
  ]);
  const main = mainFlow(bundles, boxes, first);
  const line = new Set([
    states.get(first),
    ...main.flatMap((one) => [...passing.get(one)!, states.get(one.to)]),
  ]);
  const x = boxes.get(first)?.x ?? 0;
  let isMoved = false;
  for (const row of rows) {
    const own = row.find((item) => line.has(item));
    if (own === undefined || Math.abs(own.x - x) < 1) continue;
    isMoved = true;
    const shift = x - own.x;
    for (const item of row) item.x += shift;
  }
  if (!isMoved) return { boxes, bundles };
  const rowOf = new Map(rows.flatMap((row) => row.map((item) => [item, row] as const)));
  for (const [bundle, items] of passing) {
    if (main.includes(bundle)) continue;
    straighten(items, rowOf);
    straighten(items.toReversed(), rowOf);
  }
  return {
    boxes: new Map([...boxes].map(([id, box]) => [id, { ...box, x: states.get(id)!.x }])),
    bundles: bundles.map((bundle) => moved(bundle, passing.get(bundle)!)),
  };
}

const stateItem = (x: number, width: number): Item => ({
  x,
  before: width / 2 + besideState,
  after: width / 2 + besideState,
});

const isLabelled = ({ y, width }: LaidBundle, at: number): boolean => width > 0 && Math.abs(at - y) < 1;

const passingItems = (bundle: LaidBundle): readonly Item[] =>
  bundle.points.slice(1, -1).map(({ x, y }) => {
    const room = isLabelled(bundle, y) ? bundle.width + labelGap : (bundle.lanes.length - 1) * 10;
    return { x, before: besideArrow, after: room + besideArrow };
  });

function rowsOf(items: readonly (readonly [y: number, item: Item])[]): readonly Item[][] {
  const rows = new Map<number, Item[]>();
  for (const [y, item] of items) rows.set(Math.round(y), [...(rows.get(Math.round(y)) ?? []), item]);
  return [...rows.values()].map((row) => row.sort((a, b) => a.x - b.x));
}

/** What is followed where nothing is chosen or goes wrong, nearest first. */
const followed: readonly GraphEdge['kind'][] = ['next', 'default', 'choice'];

/** The arrows from the first state down to the end. */
function mainFlow(
  bundles: readonly LaidBundle[],
  boxes: ReadonlyMap<string, Rectangle>,
  first: string,
): readonly LaidBundle[] {
  const flow: LaidBundle[] = [];
  for (let at: string | undefined = first; at !== undefined; at = flow.at(-1)?.to) {
    const here: string = at;
    const down = bundles.filter(({ from, to }) => from === here && boxes.get(to)!.y > boxes.get(here)!.y);
    const next = followed
      .map((kind) => down.find(({ lanes }) => lanes.some(({ edge }) => edge.kind === kind)))
      .find((found) => found !== undefined);
    if (next === undefined) break;
    flow.push(next);
  }
  return flow;
}

/** Puts each place of an arrow below the one before, as far as its neighbours leave room. */
function straighten(items: readonly Item[], rowOf: ReadonlyMap<Item, readonly Item[]>): void {
  for (const [index, item] of items.entries()) {
    const wanted = items[index - 1]?.x;
    if (wanted === undefined) continue;
    const row = rowOf.get(item)!;
    const at = row.indexOf(item);
    const [left, right] = [row[at - 1], row[at + 1]];
    const least = left === undefined ? -Infinity : left.x + left.after + item.before;
    const most = right === undefined ? Infinity : right.x - right.before - item.after;
    if (least <= most) item.x = Math.min(Math.max(wanted, least), most);
  }
}

/** A bundle whose line, and the label beside it, has moved. */
function moved(bundle: LaidBundle, items: readonly Item[]): LaidBundle {
  const { points } = bundle;
  const at = points.slice(1, -1).findIndex(({ y }) => isLabelled(bundle, y));
  const shift = at === -1 ? 0 : items[at]!.x - points[at + 1]!.x;
  const inner = items.map(({ x }, index) => ({ ...points[index + 1]!, x }));
  return { ...bundle, x: bundle.x + shift, points: [points[0]!, ...inner, points.at(-1)!] };
}

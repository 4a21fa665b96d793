import type { Rectangle } from './picture.js';

/** The height that the states and labels of one rank take together. */
export interface Band {
  readonly centre: number;
  readonly top: number;
  readonly bottom: number;
}

/** Places are rounded: what is no further apart is of one rank. */
const tolerance = 1.5;

/** The ranks, from top to bottom: dagre puts what is of one rank on one line by its middle. */
export function bandsOf(boxes: readonly Rectangle[]): readonly Band[] {
  const sorted = boxes
    .map(({ y, height }): Band => ({ centre: y + height / 2, top: y, bottom: y + height }))
    .sort((a, b) => a.centre - b.centre);
  const bands: Band[] = [];
  for (const next of sorted) {
    const last = bands.at(-1);
    if (last === undefined || next.centre - last.centre > tolerance) bands.push(next);
    else {
      const [top, bottom] = [Math.min(last.top, next.top), Math.max(last.bottom, next.bottom)];
      bands[bands.length - 1] = { centre: last.centre, top, bottom };
    }
  }
  return bands;
}

export const bandAt = (bands: readonly Band[], y: number): Band | undefined =>
  bands.find(({ centre }) => Math.abs(centre - y) <= tolerance);

import type { Json } from '../../source/document.js';

/** A list in parts of a length; the last one may be shorter. */
export const partsOf = (list: readonly Json[], length: number): readonly (readonly Json[])[] =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, index) =>
    list.slice(index * length, (index + 1) * length),
  );

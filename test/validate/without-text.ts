import type { Document, Json } from '../../src/source/document.js';

/** A document without a text: reading thousands of plans would take most of the time. */
export const withoutText = (value: Json): Document => ({
  file: 'plan.json',
  text: '',
  value,
  problems: [],
  keys: Object.keys,
  range: () => [0, 0],
  comments: () => [],
});

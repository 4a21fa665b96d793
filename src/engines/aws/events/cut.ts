import { withTexts } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';

/** Characters of one text, so that causes and messages of any length leave an event and a message below 256 KB. */
const longest = 8192;

export const cutTexts = (detail: JsonObject): JsonObject =>
  withTexts(detail, (text) => cut(text, longest)) as JsonObject;

export const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 3)}...`;

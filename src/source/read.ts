import type { Problem } from '../diagnostics/problem.js';
import { commentsWith } from './comments.js';
import type { Document, JsonObject } from './document.js';
import { jsonProblem } from './json-problem.js';
import { parse } from './yaml/parse.js';
import { rangeOf } from './yaml/ranges.js';
import type { Reader } from './yaml/reader.js';
import { unmask } from './yaml/torn.js';
import { toValue } from './yaml/values.js';

/**
 * Reads YAML 1.2 or JSON. Never throws: whatever is wrong with the text is in `problems`, and `value` is undefined
 * where that leaves no value.
 */
export function readDocument(file: string, source: string): Document {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const { root, problems, masked } = parse(file, text);
  const comments = (word: string) => commentsWith(text, word);
  const refused = file.endsWith('.json') ? jsonProblems(file, text, problems) : undefined;
  if (root === undefined || refused !== undefined) {
    return {
      file,
      text,
      value: undefined,
      problems: refused ?? problems,
      keys: Object.keys,
      range: () => [0, 0],
      comments,
    };
  }

  const reader: Reader = {
    file,
    text,
    repaired: masked ? unmask : (read) => read,
    problems: [...problems],
    collections: new Map(),
    targets: new Map(),
    anchors: new Map(),
    size: 0,
    depth: 0,
    broken: false,
  };
  const value = toValue(reader, root, 0);
  const readable = { value, root, ...reader };
  return {
    file,
    text,
    value: reader.broken ? undefined : value,
    problems: reader.problems,
    keys: (object: JsonObject) => {
      const entries = reader.collections.get(object);
      return entries instanceof Map ? [...entries.keys()] : Object.keys(object);
    },
    range: (path, on, span) => rangeOf(readable, path, on, span),
    comments,
  };
}

/** Why a file is not JSON though its name says so: as YAML sees it, or as JSON does, whichever begins earlier. */
function jsonProblems(
  file: string,
  text: string,
  problems: readonly Problem[],
): readonly Problem[] | undefined {
  if (problems.some(({ code }) => code !== 'PLAN0001')) return problems;
  const found = jsonProblem(file, text);
  const earlier = (problem: Problem) => start(problem) < start(found!);
  return found === undefined || problems.some(earlier) ? undefined : [found];
}

const start = ({ place }: Problem): number => ('offset' in place ? place.offset[0] : 0);

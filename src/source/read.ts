import type { Node } from 'yaml';
import { type Problem, problem } from '../diagnostics/problem.js';
import type { Document, Json, JsonObject } from './document.js';
import { compose, deepest } from './yaml/compose.js';
import { rangeOf } from './yaml/ranges.js';
import type { Reader } from './yaml/reader.js';
import { syntaxProblem } from './yaml/syntax.js';
import { tornProblem, unmask } from './yaml/torn.js';
import { toValue } from './yaml/values.js';

// Four times what Step Functions and CloudFormation take:
// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const longest = 4 * 1024 * 1024;

/**
 * Reads YAML or JSON. Never throws: whatever is wrong with the text is in `problems`, and `value` is undefined when
 * that leaves no value.
 */
export function readDocument(file: string, source: string): Document {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const unread = (...problems: Problem[]): Document => ({
    file,
    text,
    value: undefined,
    problems,
    keys: Object.keys,
    range: () => [0, 0],
  });
  if (text.length > longest) {
    const help = 'keep large data in files of its own; a Step Functions definition has at most 1 MiB';
    return unread(problem('PLAN0010', { file }, { size: text.length, limit: longest }, { help }));
  }
  try {
    return read(file, text, unread);
  } catch (failure) {
    // Deeply nested text exhausts the stack of `yaml`, which has no limit of its own.
    if (failure instanceof RangeError) return unread(problem('PLAN0009', { file }, { limit: deepest }));
    throw failure;
  }
}

function read(file: string, text: string, unread: (...problems: Problem[]) => Document): Document {
  const { documents, torn, tooDeep } = compose(text);
  const problems = torn.map((reference) => tornProblem(file, text, reference));
  if (tooDeep !== undefined) {
    return unread(
      ...problems,
      problem('PLAN0009', { file, offset: [tooDeep, tooDeep + 1] }, { limit: deepest }),
    );
  }
  const [document, second] = documents;
  if (document === undefined) return unread(...problems);
  const syntax = syntaxProblem(file, document);
  if (syntax) return unread(...problems, syntax);
  if (second) {
    const at = text.lastIndexOf('---', second.range![0]);
    return unread(
      ...problems,
      problem('PLAN0012', { file, offset: [at, at + 3] }, {}, { help: 'keep one of them' }),
    );
  }
  const contents = document.contents as Node | null;
  if (contents === null || (contents.range![0] === contents.range![1] && contents.tag === undefined)) {
    return unread(...problems, problem('PLAN0004', { file }, { comments: /\S/.test(text) }));
  }
  const reader: Reader = {
    file,
    text,
    repaired: torn.length > 0 ? unmask : (read) => read,
    problems,
    collections: new Map(),
    targets: new Map(),
    anchors: new Map(),
    size: 0,
    depth: 0,
    broken: false,
  };
  const value: Json = toValue(reader, contents, 0);
  return {
    file,
    text,
    value: reader.broken ? undefined : value,
    problems,
    keys: (object: JsonObject) => {
      const entries = reader.collections.get(object);
      return entries instanceof Map ? [...entries.keys()] : Object.keys(object);
    },
    range: (path, on, span) => rangeOf(text, { value, origin: contents }, reader, path, on, span),
  };
}

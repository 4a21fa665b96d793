import { isObject } from '../../src/language/json.js';
import type { Json, JsonObject } from '../../src/source/document.js';

/** Thrown where Step Functions would fail the state: a path to nothing, a malformed function. */
export class Unresolved extends Error {}

export interface View {
  readonly input: Json;
  readonly context: JsonObject;
}

const step = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d+)\]|\['((?:[^'\\]|\\.)*)'\]/uy;

/** The value of a JSONPath that names one node; written for these tests, apart from the compiler's own. */
export function evaluatePath(path: string, view: View): Json {
  const context = path.startsWith('$$');
  let at: Json | undefined = context ? view.context : view.input;
  step.lastIndex = context ? 2 : 1;
  while (step.lastIndex < path.length) {
    const found = step.exec(path);
    if (found === null) throw new Unresolved(`${path} is no path`);
    const key = found[1] ?? found[3]?.replace(/\\(.)/g, '$1');
    at =
      key === undefined ? (at as Json[] | undefined)?.[Number(found[2])] : isObject(at) ? at[key] : undefined;
    if (at === undefined) throw new Unresolved(`${path} leads to nothing`);
  }
  return at!;
}

/** The value of a path or intrinsic function. */
export function evaluate(text: string, view: View): Json {
  const [value, end] = argument(text, 0, view);
  if (end !== text.length) throw new Unresolved(`${text.slice(end)} is left over`);
  return value;
}

function argument(text: string, at: number, view: View): [Json, number] {
  if (text[at] === "'") return string(text, at);
  if (text[at] === '$') {
    const path = /\$(?:[^,()[\]]|\[(?:'(?:[^'\\]|\\.)*'|[^\]']*)\])*/y;
    path.lastIndex = at;
    const found = path.exec(text)![0];
    return [evaluatePath(found, view), at + found.length];
  }
  const call = /(States\.\w+)\(/y;
  call.lastIndex = at;
  const name = call.exec(text)?.[1];
  if (name !== undefined) return invoke(name, text, call.lastIndex, view);
  const literal = /-?\d+(?:\.\d+)?|true|false|null/y;
  literal.lastIndex = at;
  const found = literal.exec(text)?.[0];
  if (found === undefined) throw new Unresolved(`${text.slice(at)} is no value`);
  return [JSON.parse(found) as Json, at + found.length];
}

function string(text: string, at: number): [string, number] {
  let value = '';
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "'") return [value, i + 1];
    // `States.Format` must still tell an escaped brace from its own.
    if (text[i] === '\\') value += '{}'.includes(text[i + 1]!) ? `\\${text[++i]}` : text[++i];
    else value += text[i];
  }
  throw new Unresolved(`${text} is not closed`);
}

function invoke(name: string, text: string, from: number, view: View): [Json, number] {
  const values: Json[] = [];
  let at = from;
  while (text[at] !== ')') {
    const [value, end] = argument(text, at, view);
    values.push(value);
    at = end;
    while (text[at] === ',' || text[at] === ' ') at++;
    if (at >= text.length) throw new Unresolved(`${text} is not closed`);
  }
  return [functions(name, values), at + 1];
}

const plain = (value: Json): Json => (typeof value === 'string' ? value.replace(/\\([{}])/g, '$1') : value);

function functions(name: string, values: readonly Json[]): Json {
  const [first, ...rest] = values;
  switch (name) {
    case 'States.Format': {
      const given = rest.map(plain);
      const template = String(first);
      if (template.replace(/\\[{}]/g, '').split('{}').length - 1 !== given.length)
        throw new Unresolved(`${template}: ${given.length} values`);
      return template.replace(/\\([{}])|\{\}/g, (_, brace?: string) => {
        if (brace !== undefined) return brace;
        const value = given.shift()!;
        return typeof value === 'string' ? value : JSON.stringify(value);
      });
    }
    case 'States.Array':
      return values.map(plain);
    case 'States.JsonToString':
      return JSON.stringify(plain(first!));
    case 'States.StringToJson':
      return JSON.parse(String(plain(first!))) as Json;
    default:
      throw new Unresolved(`${name} is unknown`);
  }
}

/** A payload template: keys that end in `.$` are computed. */
export function evaluateTemplate(template: Json, view: View): Json {
  if (Array.isArray(template)) return template.map((item: Json) => evaluateTemplate(item, view));
  if (!isObject(template)) return template;
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) =>
      key.endsWith('.$')
        ? [key.slice(0, -2), evaluate(String(value), view)]
        : [key, evaluateTemplate(value, view)],
    ),
  );
}

import type { Json, JsonObject } from '../source/document.js';
import { isList, isObject } from './json.js';
import { parseText, type Segment } from './text.js';

const functionName = /^(Ref|Fn::[A-Za-z0-9:]+)$/;

/** A CloudFormation intrinsic function as an object of one key. */
export type Intrinsic = { readonly [name in 'Ref' | `Fn::${string}`]?: Json };

/** Whether an object is a CloudFormation intrinsic function, `{ Ref: … }` or `{ Fn::…: … }`. */
export function isIntrinsic(value: Json | undefined): value is Intrinsic & JsonObject {
  if (!isObject(value)) return false;
  const keys = Object.keys(value);
  if (keys.length !== 1 || !functionName.test(keys[0]!)) return false;
  // An attribute map of DynamoDB may well have one key called `Ref`.
  return keys[0] !== 'Ref' || typeof value.Ref === 'string';
}

/** A string or an intrinsic as a row of segments; `value` is what CloudFormation has to put in. */
export type Piece = Segment | { readonly kind: 'value'; readonly value: JsonObject };

/** What `!Sub "…${Name}…"` and its kin consist of. Literal text stays text, so that only values are substituted. */
export function pieces(value: string | JsonObject): readonly Piece[] {
  if (typeof value === 'string') return parseText(value);
  const sub = value['Fn::Sub'];
  if (typeof sub === 'string') return subPieces(sub, {});
  if (isList(sub) && typeof sub[0] === 'string' && isObject(sub[1])) return subPieces(sub[0], sub[1]);
  return [{ kind: 'value', value }];
}

function subPieces(text: string, variables: JsonObject): readonly Piece[] {
  return parseText(text).flatMap((segment) =>
    segment.kind === 'text' ? variablesOf(segment.text, variables) : segment,
  );
}

const variable = /\$\{(!?)([^{}]*)\}/g;

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
function variablesOf(text: string, variables: JsonObject): readonly Piece[] {
  const found: Piece[] = [];
  let literal = '';
  let at = 0;
  for (const match of text.matchAll(variable)) {
    literal += text.slice(at, match.index);
    at = match.index + match[0].length;
    const name = match[2]!.trim();
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (match[1] === '!') literal += `\${${match[2]}}`;
    else {
      if (literal !== '') found.push({ kind: 'text', text: literal });
      literal = '';
      if (isIntrinsic(given)) found.push(...pieces(given));
      else if (given !== undefined && typeof given !== 'object') found.push(...pieces(String(given)));
      else found.push({ kind: 'value', value: named(name) });
    }
  }
  literal += text.slice(at);
  if (literal !== '') found.push({ kind: 'text', text: literal });
  return found;
}

function named(name: string): JsonObject {
  const dot = name.indexOf('.');
  return dot === -1 ? { Ref: name } : { 'Fn::GetAtt': [name.slice(0, dot), name.slice(dot + 1)] };
}

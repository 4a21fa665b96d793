import { knownValue } from '../cloudformation/known-value.js';
import { nameInSub } from '../cloudformation/sub.js';
import { type Piece, pieces } from '../language/intrinsic.js';
import { isObject } from '../language/json.js';
import type { Plan } from '../language/plan.js';
import type { Json, JsonObject } from '../source/document.js';

/** A name or ARN as an author writes it: text or an intrinsic, either with `${{ … }}`. */
export type Written = string | JsonObject;

/**
 * `Fn::Sub` of a text and of what stands behind it. References stay as they are: in the template they become stack
 * parameters, or `*` where only a running plan knows them.
 */
export function sub(text: string, ...behind: readonly Written[]): JsonObject {
  const variables: Record<string, Json> = {};
  const parts = behind.map((part, index) => {
    const short = inSub(part);
    if (short === undefined) variables[`Value${index}`] = part;
    return short ?? `\${Value${index}}`;
  });
  const whole = [text, ...parts].join('');
  return { 'Fn::Sub': Object.keys(variables).length === 0 ? whole : [whole, variables] };
}

/** What can be written in the text of `Fn::Sub` itself. */
function inSub(part: Written): string | undefined {
  if (typeof part === 'string') return part.replace(/\$\{(?!\{)/g, '${!');
  const { 'Fn::Sub': text } = part;
  if (typeof text === 'string') return text;
  const name = nameInSub(part);
  return name === undefined ? undefined : `\${${name}}`;
}

/** How an ARN begins, as far as the template knows it. */
export type Beginning =
  | { readonly kind: 'text'; readonly literal: string }
  /** An intrinsic, or a reference that becomes one; `only` when nothing stands behind it. */
  | { readonly kind: 'value'; readonly value: JsonObject; readonly only: boolean }
  | { readonly kind: 'unknown' };

export function beginningOf(plan: Plan, value: Written): Beginning {
  const row = pieces(value);
  const [first] = row;
  if (first?.kind === 'text') return { kind: 'text', literal: row.map(literalOf).join('') };
  const found = first === undefined ? undefined : mayBeginArn(plan, first);
  return isObject(found) ? { kind: 'value', value: found, only: row.length === 1 } : { kind: 'unknown' };
}

const literalOf = (piece: Piece): string => (piece.kind === 'text' ? piece.text : '*');

/** Names of environments and distributions never begin an ARN; parameters and intrinsics may. */
function mayBeginArn(plan: Plan, piece: Piece): Json | undefined {
  if (piece.kind === 'value') return piece.value;
  const mayBegin = piece.kind === 'reference' && piece.reference.root === 'Parameters';
  return mayBegin ? knownValue(plan, piece.reference) : undefined;
}

import { parameterId } from '../cloudformation/parameters.js';
import { type Piece, pieces } from '../language/intrinsic.js';
import type { Plan } from '../language/plan.js';
import type { Reference } from '../language/reference.js';
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
    if (typeof part === 'string') return part.replace(/\$\{(?!\{)/g, '${!');
    variables[`Value${index}`] = part;
    return `\${Value${index}}`;
  });
  const whole = [text, ...parts].join('');
  return { 'Fn::Sub': Object.keys(variables).length === 0 ? whole : [whole, variables] };
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
  if (first?.kind === 'text') return { kind: 'text', literal: literalOf(row) };
  const known = first?.kind === 'reference' ? stackParameter(plan, first.reference) : undefined;
  const found = first?.kind === 'value' ? first.value : known;
  return found === undefined ? { kind: 'unknown' } : { kind: 'value', value: found, only: row.length === 1 };
}

const literalOf = (row: readonly Piece[]): string =>
  row.map((piece) => (piece.kind === 'text' ? piece.text : '*')).join('');

/** The parameter of the stack that holds a parameter of the plan. */
function stackParameter(plan: Plan, { root, parts }: Reference): JsonObject | undefined {
  const [name, more] = parts;
  const parameter = root === 'Parameters' && more === undefined && plan.parameters.get(String(name?.key));
  if (!parameter || parameter.secret || parameter.type === 'List') return undefined;
  return { Ref: parameterId(parameter.name) };
}

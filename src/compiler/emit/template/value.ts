import { knownValue } from '../../../cloudformation/known-value.js';
import { type Piece, pieces } from '../../../language/intrinsic.js';
import { isObject } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Json } from '../../../source/document.js';

/**
 * A text, number or intrinsic of the plan as the template has to say it: references become parameters of the template.
 * Those that have no value by then have been reported as problems.
 */
export function templateValue(plan: Plan, value: Json): Json {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' && !isObject(value)) return value;
  const row = pieces(value);
  if (isObject(value) && row.every((piece) => piece.kind !== 'reference')) return value;
  return joined(row.map((piece) => pieceValue(plan, piece)));
}

function pieceValue(plan: Plan, piece: Piece): Json {
  if (piece.kind === 'text') return piece.text;
  if (piece.kind === 'value') return piece.value;
  const known = piece.kind === 'reference' ? knownValue(plan, piece.reference) : undefined;
  if (known === undefined) throw new Error('a reference has no value when the plan is put into a template');
  return known;
}

/** `Fn::Join` rather than `Fn::Sub`: whatever a text holds, nothing in it needs to be escaped. */
function joined(parts: readonly Json[]): Json {
  const merged: Json[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  if (merged.length === 0) return '';
  return merged.length === 1 ? merged[0]! : { 'Fn::Join': ['', merged] };
}

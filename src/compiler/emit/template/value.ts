import { ownParameterIds, parameterId } from '../../../cloudformation/parameters.js';
import { type Piece, pieces } from '../../../language/intrinsic.js';
import { isObject } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Reference } from '../../../language/reference.js';
import type { Json } from '../../../source/document.js';

/**
 * What a reference stands for when the plan's stack is made: the environment, a parameter of the plan (which the
 * controller has resolved by then), the distribution's name and version. Undefined for all that is known only later,
 * and for secrets, which no template may hold.
 */
export function knownValue(plan: Plan, { root, parts }: Reference): Json | undefined {
  const [field, more] = parts;
  if (root === 'Environment' && field === undefined) return { Ref: ownParameterIds.environment };
  if (field === undefined || more !== undefined) return undefined;
  if (root === 'Distribution') return { Name: plan.name, Version: plan.version }[String(field.key)];
  const parameter = root === 'Parameters' ? plan.parameters.get(String(field.key)) : undefined;
  if (parameter === undefined || parameter.secret || parameter.type === 'List') return undefined;
  return { Ref: parameterId(parameter.name) };
}

/**
 * A string, number or intrinsic of the plan as the template has to say it: references become parameters of the
 * template. `unknown` gives what stands for a reference that has no value yet.
 */
export function templateValue(plan: Plan, value: Json, unknown: (reference: string) => Json): Json {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' && !isObject(value)) return value;
  const row = pieces(value);
  if (isObject(value) && row.every((piece) => piece.kind !== 'reference')) return value;
  return joined(row.map((piece) => pieceValue(plan, piece, unknown)));
}

function pieceValue(plan: Plan, piece: Piece, unknown: (reference: string) => Json): Json {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'value':
      return piece.value;
    case 'reference':
      return knownValue(plan, piece.reference) ?? unknown(piece.reference.text);
    case 'malformed':
      return unknown(piece.reason);
  }
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

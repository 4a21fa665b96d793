import { isIntrinsic } from '../../language/intrinsic.js';
import { isList, isObject, objectOr } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { State } from '../../language/plan.js';
import type { Part } from '../../language/reference.js';
import { refers } from '../../language/text.js';
import type { Json } from '../../source/document.js';

/**
 * The state whose `Otherwise` visibly lacks what a reference wants of `producer`: its own, or that of a Parallel around
 * it. `parts` are those behind the producer's name.
 */
export function lackingOtherwise(producer: State, parts: readonly Part[]): State | undefined {
  for (let state: State | undefined = producer; state !== undefined; state = state.scope.owner) {
    const { When, Otherwise } = state.value;
    if (When === undefined || Otherwise === undefined) continue;
    const given = state === producer ? Otherwise : objectOr(Otherwise)[producer.name];
    if (given !== undefined && lacks(given, parts)) return state;
  }
  return undefined;
}

function lacks(value: Json, [part, ...rest]: readonly Part[]): boolean {
  if (part === undefined || isIntrinsic(value)) return false;
  if (typeof value === 'string' && (refers(value) || isExpression(value))) return false;
  const inner =
    isObject(value) || isList(value) ? (value as { readonly [key: string]: Json })[part.key] : undefined;
  return inner === undefined || lacks(inner, rest);
}

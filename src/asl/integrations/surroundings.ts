import { knownValue } from '../../cloudformation/known-value.js';
import { isIntrinsic, pieces } from '../../language/intrinsic.js';
import { isList, isObject, objectOr } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { Plan } from '../../language/plan.js';
import type { Json, JsonObject } from '../../source/document.js';
import { type Text, unknown } from './text.js';

/** What of a plan decides what its references and intrinsics stand for. */
export type Surroundings = Pick<Plan, 'name' | 'version' | 'parameters' | 'resources'>;

/** A string or intrinsic as the plan's stack will know it; expressions of Step Functions are unknown. */
export function textOf(plan: Surroundings, value: Json | undefined): Text {
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string' && !isIntrinsic(value)) return unknown;
  if (typeof value === 'string' && isExpression(value)) return unknown;
  return joined(plan, value) ?? ofPieces(plan, value);
}

const ofPieces = (plan: Surroundings, value: string | JsonObject): Text =>
  pieces(value).flatMap((piece): Text => {
    if (piece.kind === 'text') return [piece.text];
    if (piece.kind === 'value') return [piece.value];
    const known = piece.kind === 'reference' ? knownValue(plan, piece.reference) : undefined;
    return typeof known === 'string' || isObject(known) ? [known] : unknown;
  });

/** `Fn::Join` without a separator is a text like any other. */
function joined(plan: Surroundings, value: string | JsonObject): Text | undefined {
  const { 'Fn::Join': join } = objectOr(value);
  if (!isList(join) || join[0] !== '' || !isList(join[1])) return undefined;
  return join[1].flatMap((part) => textOf(plan, part));
}

/** A resource of the plan that an intrinsic points at, and the attribute it asks for; none for `Ref`. */
export function pointedAt(plan: Surroundings, value: JsonObject) {
  const { Ref, 'Fn::GetAtt': attribute } = value;
  const path = isList(attribute) ? attribute.join('.') : String(attribute ?? Ref ?? '');
  const dot = path.indexOf('.');
  const [id, name] =
    attribute === undefined || dot === -1 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
  const resource = objectOr(plan.resources[id!]);
  return { id: id!, attribute: name, type: resource.Type, properties: objectOr(resource.Properties) };
}

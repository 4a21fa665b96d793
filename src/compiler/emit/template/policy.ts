import { isIntrinsic, type Piece, pieces } from '../../../language/intrinsic.js';
import { isList, isObject } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { PolicyStatement } from './statements.js';

/**
 * Sizes in characters, white space not counted: all inline policies of a role together, and each managed policy.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const inlineLimit = 10_240;
export const managedLimit = 6_144;

export const policyDocument = (statements: readonly PolicyStatement[]): JsonObject => ({
  Version: '2012-10-17',
  Statement: statements,
});

/** How many characters a policy of these statements has at most, once CloudFormation has put its values in. */
export const policySize = (statements: readonly PolicyStatement[]): number =>
  statements.reduce((size, statement) => size + sizeOf(statement) + 1, sizeOf(policyDocument([])));

/** Longer than the ARN of any function, queue, topic, role or state machine, and than any pseudo parameter in one. */
const longestArn = 160;
const longestPart = 20;
const parts = new Set<Json | undefined>([
  'AWS::Partition',
  'AWS::Region',
  'AWS::AccountId',
  'AWS::URLSuffix',
]);

function sizeOf(value: Json): number {
  if (isIntrinsic(value)) {
    return pieces(value).reduce((size, piece) => size + pieceSize(piece), 2);
  }
  if (isList(value)) return value.reduce((size: number, item) => size + sizeOf(item) + 1, 2);
  if (!isObject(value)) return JSON.stringify(value).length;
  return Object.entries(value).reduce((size, [key, item]) => size + key.length + 4 + sizeOf(item), 2);
}

function pieceSize(piece: Piece): number {
  if (piece.kind === 'text') return piece.text.length;
  return piece.kind === 'value' && parts.has(piece.value.Ref) ? longestPart : longestArn;
}

/** The statements in portions that each fit into a managed policy, in the same order. */
export function managedPortions(
  statements: readonly PolicyStatement[],
): readonly (readonly PolicyStatement[])[] {
  const portions: PolicyStatement[][] = [];
  let room = 0;
  for (const statement of statements.flatMap(divide)) {
    const size = sizeOf(statement) + 1;
    if (size > room) {
      portions.push([]);
      room = managedLimit - sizeOf(policyDocument([]));
    }
    portions.at(-1)!.push(statement);
    room -= size;
  }
  return portions;
}

/** A statement that would not fit into a managed policy by itself, as several of fewer resources or actions. */
function divide(statement: PolicyStatement): readonly PolicyStatement[] {
  if (policySize([statement]) <= managedLimit) return [statement];
  const key = statement.Resource.length > 1 ? 'Resource' : 'Action';
  const values = statement[key];
  if (values.length < 2) return [statement];
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)].flatMap((half) =>
    divide({ ...statement, [key]: half }),
  );
}

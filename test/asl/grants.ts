import type { Statement } from '../../src/asl/statement.js';
import type { Json, JsonObject } from '../../src/source/document.js';

/** One action on one resource; IAM's actions are compared without regard to case. */
export type Grant = readonly [action: string, on: string];

export const grants = (statements: readonly Statement[]): readonly Grant[] =>
  statements.flatMap(({ actions, resources, condition }) =>
    actions.flatMap((action) =>
      resources.map(
        (resource) =>
          [action.toLowerCase(), `${flat(resource)}${condition ? ` if ${flat(condition)}` : ''}`] as const,
      ),
    ),
  );

/** A line for what is done, and below it one for each resource. */
export function told(sign: string, given: readonly Grant[]): readonly string[] {
  const byResource = grouped(given.map(([action, on]) => [on, action]));
  const byActions = grouped(byResource.map(([on, actions]) => [actions.sort().join(' '), on]));
  return byActions.flatMap(([actions, on]) => [`${sign} ${actions}`, ...on.map((one) => `${sign}   ${one}`)]);
}

function grouped(pairs: readonly (readonly [string, string])[]): readonly (readonly [string, string[]])[] {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return [...groups];
}

/** A value with its intrinsics as `Fn::Sub` would write them. */
export function flat(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join(',');
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join, 'Fn::Sub': sub } = value as JsonObject;
  if (typeof Ref === 'string') return `\${${Ref}}`;
  if (attribute !== undefined) return `\${${[attribute].flat().join('.')}}`;
  if (join !== undefined) return (join as readonly [string, readonly Json[]])[1].map(flat).join('');
  if (typeof sub === 'string') return sub;
  return JSON.stringify(value, (_key, inner) => (isIntrinsic(inner) ? flat(inner) : inner));
}

const isIntrinsic = (value: unknown): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  /^(Ref|Fn::(GetAtt|Join|Sub))$/.test(Object.keys(value)[0] ?? '');

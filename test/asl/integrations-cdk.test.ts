import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { distributedMap, permissionsOf, type TaskUse } from '../../src/asl/integrations/index.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import type { Statement } from '../../src/states/define.js';
import { fixtures, matches } from '../golden.js';

/**
 * What the constructs of aws-cdk-lib 2.276.0 grant for the same calls, as they say it themselves. Where plancc grants
 * something else, `differences.txt` lists it and `README.md` says why.
 */
interface Case {
  readonly name: string;
  readonly use?: TaskUse;
  readonly label?: string;
  readonly resources: JsonObject;
  readonly cdk: readonly JsonObject[];
}

const folder = join(fixtures, 'permissions');
const cases = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as readonly Case[];

const ours = ({ use, label, resources }: Case): readonly Statement[] =>
  use === undefined
    ? distributedMap(label)
    : permissionsOf(use, { name: 'plan', version: '1.0.0', parameters: new Map(), resources });

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

const theirs = ({ cdk }: Case): readonly Statement[] =>
  cdk.map(({ Action, Resource, Condition }) => ({
    actions: list(Action as string),
    resources: list(Resource!),
    ...(Condition !== undefined && { condition: Condition as JsonObject }),
  }));

/** One action on one resource; IAM's actions are compared without regard to case. */
type Grant = readonly [action: string, on: string];

const grants = (statements: readonly Statement[]): readonly Grant[] =>
  statements.flatMap(({ actions, resources, condition }) =>
    actions.flatMap((action) =>
      resources.map(
        (resource) =>
          [action.toLowerCase(), `${flat(resource)}${condition ? ` if ${flat(condition)}` : ''}`] as const,
      ),
    ),
  );

const equal = (a: Grant, b: Grant): boolean => a[0] === b[0] && a[1] === b[1];

/** A line for what is done, and below it one for each resource. */
function told(sign: string, given: readonly Grant[]): readonly string[] {
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
function flat(value: Json): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(flat).join(',');
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join, 'Fn::Sub': sub } = value as JsonObject;
  if (typeof Ref === 'string') return `\${${Ref}}`;
  if (attribute !== undefined) return `\${${(attribute as string[]).join('.')}}`;
  if (join !== undefined) return (join as readonly [string, readonly Json[]])[1].map(flat).join('');
  if (typeof sub === 'string') return sub;
  return JSON.stringify(value, (_key, inner) => (isIntrinsic(inner) ? flat(inner) : inner));
}

const isIntrinsic = (value: unknown): value is JsonObject =>
  typeof value === 'object' &&
  value !== null &&
  /^(Ref|Fn::(GetAtt|Join|Sub))$/.test(Object.keys(value)[0] ?? '');

const cdk = suite('permissions compared with those of the CDK');

cdk('they differ only where it is meant', () => {
  const text = cases.map((one) => {
    const [own, other] = [grants(ours(one)), grants(theirs(one))];
    const more = own.filter((grant) => !other.some((like) => equal(grant, like)));
    const less = other.filter((grant) => !own.some((like) => equal(grant, like)));
    const lines = [...told('-', less), ...told('+', more)];
    return [`${one.name}: ${own.length - more.length} as the CDK`, ...lines, ''].join('\n');
  });
  matches(join(folder, 'differences.txt'), text.join('\n'));
});

cdk('every case grants something, but for calls that need no permission', () => {
  const nothing = cases.filter((one) => ours(one).length === 0).map(({ name }) => name);
  assert.equal(nothing, ['apigateway invoke, without authorization', 'eks call']);
});

cdk.run();

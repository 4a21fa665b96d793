import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { distributedMap, permissionsOf, type TaskUse } from '../../src/asl/integrations/index.js';
import type { Statement } from '../../src/asl/statement.js';
import type { JsonObject } from '../../src/source/document.js';
import { fixtures, matches } from '../golden.js';
import { type Grant, grants, told } from './grants.js';

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

const equal = (a: Grant, b: Grant): boolean => a[0] === b[0] && a[1] === b[1];

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

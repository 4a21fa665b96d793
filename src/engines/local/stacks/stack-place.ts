import type { StackRequest } from '../../../ports/stacks.js';
import { localAccount } from '../names.js';
import { TemplateError } from './template-error.js';

/** Where a stack is, as its ARNs say. */
export interface StackPlace {
  readonly name: string;
  readonly region: string;
  readonly account: string;
}

/** Throws a `TemplateError` for what cannot be the name of a stack or region. */
export function placeOf({
  name,
  region = 'local',
  assumeRoleArn,
}: Pick<StackRequest, 'name' | 'region' | 'assumeRoleArn'>): StackPlace {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
  if (!/^[A-Za-z][A-Za-z0-9-]{0,127}$/.test(name)) {
    throw new TemplateError(
      `\`${name}\` is no name of a stack: it has letters, digits and hyphens, a letter first, at most 128 characters`,
    );
  }
  if (!/^[a-z0-9-]+$/.test(region)) throw new TemplateError(`\`${region}\` is no name of a region`);
  const account =
    assumeRoleArn === undefined ? localAccount : /^arn:[^:]+:iam::(\d{12}):role\//.exec(assumeRoleArn)?.[1];
  if (account === undefined) throw new TemplateError(`\`${assumeRoleArn}\` is no ARN of a role`);
  return { name, region, account };
}

export const stackArn = ({ name, region, account }: StackPlace): string =>
  `arn:aws:cloudformation:${region}:${account}:stack/${name}/local`;

/** The name of the stack of a record. */
export const stackIn = (key: string): string => key.slice(key.lastIndexOf('/') + 1, -'.json'.length);

/** The key of a stack's record. */
export const recordKey = (place: StackPlace): string => `${placesPrefix(place)}${place.name}.json`;
/** Of all records of one account and region. */
export const placesPrefix = ({ region, account }: StackPlace): string =>
  account === localAccount ? `${region}/` : `${account}/${region}/`;

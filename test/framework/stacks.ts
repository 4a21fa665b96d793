import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountStack, environmentStack } from '../../src/engines/aws/names.js';
import { evaluateStack } from '../../src/engines/local/stacks/evaluate-stack.js';
import type { Json, JsonObject } from '../../src/source/document.js';
import type { Policy } from '../aws/iam/allows.js';

export const account = '123456789012';
export const region = 'eu-west-1';
export const store = `arn:aws:s3:::plancc-${account}-${region}`;
export const arn = (service: string, resource: string, where = region): string =>
  `arn:aws:${service}:${where}:${account}:${resource}`;

/** The text of a template, as it is shipped. */
export const shipped = (name: 'account' | 'environment'): string =>
  readFileSync(join(import.meta.dirname, `../../dist/framework/${name}.json`), 'utf8');

/** Properties of resources, by logical id. */
export type Made = (id: string) => JsonObject;

/** What CloudFormation makes of a template, as the local engine sees it. */
function made(template: string, name: string, parameters: { readonly [name: string]: string }): Made {
  const { resources } = evaluateStack(
    {
      action: 'Deploy',
      name,
      template,
      parameters,
      secret: [],
      tags: {},
      capabilities: ['CAPABILITY_NAMED_IAM'],
      disableRollback: false,
      token: 'token',
    },
    { account, region, name },
    '',
    () => '',
  );
  return (id) => {
    const found = resources.get(id);
    if (found === undefined) throw new Error(`no ${id} among ${[...resources.keys()].join(', ')}`);
    return found.properties as JsonObject;
  };
}

export const accountMade = (parameters: { readonly [name: string]: string } = {}): Made =>
  made(shipped('account'), accountStack, parameters);

export const environmentMade = (
  environment: string,
  parameters: { readonly [name: string]: string } = {},
): Made =>
  made(shipped('environment'), environmentStack(environment), {
    Environment: environment,
    Code: '0'.repeat(64),
    ...parameters,
  });

const asPolicy = (document: Json | undefined): Policy => document as unknown as Policy;

/** The policies that stand in a role. */
export const policiesIn = ({ Policies }: JsonObject): readonly Policy[] =>
  (Policies as readonly JsonObject[]).map(({ PolicyDocument }) => asPolicy(PolicyDocument));

export const documentIn = ({ PolicyDocument }: JsonObject): Policy => asPolicy(PolicyDocument);

import { objectOr } from '../../language/json.js';
import type { StackRequest } from '../../ports/stacks.js';
import { StatesError } from '../../ports/states-error.js';
import type { JsonObject } from '../../source/document.js';
import { readDocument } from '../../source/read.js';
import type { Files, ReconcileContext } from '../run-context.js';
import { optional, propertiesOr } from '../run-values.js';
import { ownerTag, ownerTagValue } from './owner.js';
import { packagedTemplate } from './packaged-template.js';
import type { CfnProperties } from './schema.js';

const { flag, text, texts, textsByName } = propertiesOr('StackFailed');

/** What is asked of CloudFormation. Throws `StackFailed` for values that it could not take. */
export async function stackRequest(context: ReconcileContext<CfnProperties>): Promise<StackRequest> {
  const { properties, payload } = context;
  const { environment, distribution } = payload;
  const base: StackRequest = {
    action: 'Delete',
    name: text('StackName', properties.StackName),
    region: optional(text, 'Region', properties.Region),
    parameters: {},
    secret: [],
    tags: { [ownerTag]: ownerTagValue(environment, distribution.name, context.entry) },
    capabilities: texts('Capabilities', properties.Capabilities ?? []),
    roleArn: optional(text, 'RoleArn', properties.RoleArn),
    assumeRoleArn: optional(text, 'AssumeRoleArn', properties.AssumeRoleArn),
    disableRollback: optional(flag, 'DisableRollback', properties.DisableRollback) ?? false,
    terminationProtection: optional(flag, 'TerminationProtection', properties.TerminationProtection),
    isOverdue: context.isOverdue,
    token: context.token,
  };
  if (properties.Action === 'Delete') return base;
  const files = await context.files(base).catch(failStack);
  const template = text('Template', properties.Template);
  const configured = await configurationOf(files, optional(text, 'Configuration', properties.Configuration));
  const section = (name: 'Parameters' | 'Tags') =>
    textsByName(name, { ...objectOr(configured[name]), ...objectOr(properties[name]) });
  return {
    ...base,
    action: 'Deploy',
    template: () => packagedTemplate(files, template).catch(failStack),
    ...(await withSecrets(context, section('Parameters'))),
    tags: { ...base.tags, ...section('Tags') },
    stackPolicy: configured.StackPolicy === undefined ? undefined : objectOr(configured.StackPolicy),
  };
}

async function configurationOf(files: Files, path: string | undefined): Promise<JsonObject> {
  if (path === undefined) return {};
  const { value, problems } = readDocument(path, await files.text(`files/${path}`));
  // What `Package.Before` made was not looked at before.
  const wrong = problems.find(({ severity }) => severity === 'error');
  if (wrong !== undefined) throw new StatesError('StackFailed', `${path}: ${wrong.message}`);
  return objectOr(value);
}

async function withSecrets(
  { resolved }: ReconcileContext<CfnProperties>,
  given: { readonly [name: string]: string },
): Promise<Pick<StackRequest, 'parameters' | 'secret'>> {
  const parameters = textsByName('Parameters', objectOr(await resolved(given).catch(failStack)));
  return { parameters, secret: Object.keys(given).filter((name) => parameters[name] !== given[name]) };
}

/** A secret or a store that is missing is a failure of the stack for whoever catches one. */
function failStack(error: unknown): never {
  throw error instanceof StatesError ? new StatesError('StackFailed', error.message) : error;
}

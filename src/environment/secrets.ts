import { eachString, withTexts } from '../language/json.js';
import type { Ports } from '../ports/index.js';
import { StatesError } from '../ports/states-error.js';
import type { Json } from '../source/document.js';
import { forAll } from './for-all.js';
import { hiddenForms } from './hidden-forms.js';
import { maskText } from './mask.js';
import type { Deployment, SecretSource } from './records.js';

export interface Resolved {
  readonly value: Json;
  /** Every secret in it. */
  readonly secrets: readonly string[];
}

/** What stands in a payload in the place of a secret parameter's value. */
export const secretMarker = (parameter: string): string => `{{plancc:secret:${parameter}}}`;

const marker = /\{\{plancc:secret:([^{}]+)\}\}/g;

/**
 * The value with the secrets of a deployment in the place of their markers. Throws a `StatesError` that names those which are
 * not where the deployment's record says.
 */
export async function resolveSecrets(
  value: Json,
  { secrets = {} }: Pick<Deployment, 'secrets'>,
  ports: Pick<Ports, 'values'>,
): Promise<Resolved> {
  const found = new Map<string, string>();
  await forAll(parametersIn(value), async (parameter) => {
    found.set(parameter, await secretOf(parameter, secrets[parameter], ports));
  });
  return {
    value: withSecrets(value, (parameter) => found.get(parameter)!),
    secrets: [...found.values()],
  };
}

/** The value with secrets in the place of their markers. */
export const withSecrets = (value: Json, secretOf: (parameter: string) => string): Json =>
  withTexts(value, (text) => text.replace(marker, (_, parameter: string) => secretOf(parameter)));

/** The secret parameters whose markers are in a value. */
function parametersIn(value: Json): ReadonlySet<string> {
  const found = new Set<string>();
  eachString(value, (text) => {
    for (const [, parameter] of text.matchAll(marker)) found.add(parameter!);
  });
  return found;
}

async function secretOf(
  parameter: string,
  source: SecretSource | undefined,
  { values }: Pick<Ports, 'values'>,
): Promise<string> {
  const missing = (...why: readonly (string | undefined)[]) =>
    new StatesError(
      'SecretNotFound',
      `the secret parameter \`${parameter}\` has no value: ${why.filter((part) => part !== undefined).join('; ')}`,
    );
  if (source === undefined) throw missing('the record of the deployment does not say where it is');
  if ('Ssm' in source) {
    const found = await values.ssm(source.Ssm, 'secret');
    if (found === undefined)
      throw missing(`SSM has no parameter \`${source.Ssm}\``, values.advice?.('ssm', source.Ssm));
    return found;
  }
  const found = await values.secret(source.SecretsManager);
  if (found === undefined)
    throw missing(
      `Secrets Manager has no secret \`${source.SecretsManager}\``,
      values.advice?.('secret', source.SecretsManager),
    );
  return found;
}

/** The value with no secret in any of its texts, in whatever form. */
export function masked<T extends Json>(value: T, secrets: readonly string[]): T {
  const hidden = hiddenForms(secrets);
  return withTexts(value, (text) => maskText(text, hidden)) as T;
}

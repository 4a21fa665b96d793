import { objectOr } from '../language/json.js';
import { StatesError } from '../ports/states-error.js';
import type { Values } from '../ports/values.js';
import type { Json, JsonObject } from '../source/document.js';
import { filled } from './filled.js';
import { forAll } from './for-all.js';
import { accept } from './parameter-value.js';
import type { Payload, SecretSource } from './records.js';
import { secretMarker } from './secrets.js';

/** What the values of parameters may refer to. */
export type Known = Pick<Payload, 'environment' | 'distribution' | 'dependencies'>;

export interface Parameters {
  readonly parameters: { readonly [name: string]: Json };
  /** Where each secret is; its value is not read. */
  readonly secrets: { readonly [name: string]: SecretSource };
}

/**
 * The values of a plan's parameters in an environment: `Values` of it, else `From`, else `Default`. Throws a `StatesError`
 * that names the parameters which have none, or one that they do not take.
 */
export async function resolveParameters(
  values: Values,
  declared: JsonObject,
  known: Known,
): Promise<Parameters> {
  const parameters: { [name: string]: Json } = {};
  const secrets: { [name: string]: SecretSource } = {};
  await forAll(Object.entries(declared), async ([name, given]) => {
    const parameter = objectOr(given);
    if (parameter.Secret === true) {
      secrets[name] = secretSource(parameter, known);
      parameters[name] = secretMarker(name);
    } else parameters[name] = await parameterValue(values, name, parameter, known);
  });
  return { parameters, secrets };
}

function secretSource(parameter: JsonObject, known: Known): SecretSource {
  const from = objectOr(filled(parameter.From ?? {}, known));
  return typeof from.Ssm === 'string' ? { Ssm: from.Ssm } : { SecretsManager: String(from.SecretsManager) };
}

async function parameterValue(
  values: Values,
  name: string,
  parameter: JsonObject,
  known: Known,
): Promise<Json> {
  const own = objectOr(parameter.Values)[known.environment];
  if (own !== undefined) return accept(name, parameter, filled(own, known), 'its `Values`');
  if (parameter.From !== undefined) {
    const from = objectOr(filled(parameter.From, known));
    const [found, source, advice = 'put one there'] = await lookUp(values, name, from, known);
    if (found !== undefined) return accept(name, parameter, found, source);
    if (parameter.Default === undefined) {
      throw new StatesError(
        'ParameterMissing',
        `the parameter ${name} has no value: there is no ${source}; ${advice}, or give it a \`Default\``,
      );
    }
  }
  if (parameter.Default !== undefined)
    return accept(name, parameter, filled(parameter.Default, known), 'its `Default`');
  throw new StatesError(
    'ParameterMissing',
    `the parameter ${name} has no value in ${known.environment}; give it one among its \`Values\`, or a \`Default\``,
  );
}

/** The value, what it is called that it was looked for in, and what to do when it is not there. */
async function lookUp(
  values: Values,
  parameter: string,
  from: JsonObject,
  { environment, distribution, dependencies }: Known,
): Promise<readonly [Json | undefined, string, string | undefined]> {
  const { Ssm, SecretsManager, Dependency, Output, Lambda } = from;
  if (typeof Ssm === 'string')
    return [await values.ssm(Ssm), `SSM parameter ${Ssm}`, values.advice?.('ssm', Ssm)];
  if (typeof SecretsManager === 'string')
    return [
      await values.secret(SecretsManager),
      `secret ${SecretsManager}`,
      values.advice?.('secret', SecretsManager),
    ];
  if (typeof Lambda === 'string') {
    const payload = { parameter, environment, distribution: { ...distribution } };
    return [await values.invoke(Lambda, payload), `function ${Lambda}`, values.advice?.('invoke', Lambda)];
  }
  const found = objectOr(dependencies[String(Dependency)])[String(Output)];
  return [found, `output ${Output} of ${Dependency}`, undefined];
}

import { given } from '../../../asl/integrations/given.js';
import { optimized } from '../../../asl/integrations/optimized.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { didYouMean, listed, nearest } from '../../../diagnostics/suggest.js';
import { isIntrinsic } from '../../../language/intrinsic.js';
import { isObject } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { argumentsField, called, type IntegrationUse } from './use.js';

/** What an API takes; the names are empty where they are not known. */
interface Signature {
  readonly required: readonly string[];
  readonly names: readonly string[];
}

function signatureOf({ plan, written: { sdk, service, api } }: IntegrationUse): Signature | undefined {
  if (!sdk) {
    const known = optimized[service.text]?.[api.text];
    return known && { required: known.required, names: [] };
  }
  const parameters = plan.services?.().service(service.text)?.parameters(api.text);
  return (
    parameters && {
      required: parameters.flatMap(({ name, required }) => (required ? [name] : [])),
      names: parameters.map(({ name }) => name),
    }
  );
}

/** Whether an integration is given what it needs, by names that it knows. */
export function checkArguments(use: IntegrationUse): readonly Problem[] {
  const { state } = use;
  const value = state.value[argumentsField(state)];
  const signature = signatureOf(use);
  // Under the other language's name it is there, which is refused as that.
  if (value === undefined && ('Parameters' in state.value || 'Arguments' in state.value)) return [];
  if (value === undefined) return [withoutArguments(use, signature)];
  if (signature === undefined || !isObject(value) || isIntrinsic(value)) return [];
  const misspelt = misspeltNames(use, value, signature);
  const meant = new Set(misspelt.map(({ right }) => right));
  const present = given(use.plan, value);
  const missing = signature.required.filter((alternatives) => {
    const names = alternatives.split('|');
    return !names.some((name) => present.has(name) || meant.has(name.split('.')[0]!));
  });
  return [
    ...misspelt.map(({ found }) => found),
    ...(missing.length > 0 ? [missingArguments(use, missing, value, signature)] : []),
    ...unknownNames(use, value, signature, meant),
  ];
}

/** Step Functions demands the field itself, also where the API needs nothing. */
function withoutArguments(use: IntegrationUse, signature: Signature | undefined): Problem {
  const field = argumentsField(use.state);
  const needed = (signature?.required ?? []).map((name) => `${name.split(/[.|]/)[0]}: …`);
  const help = `write \`${field}: {${needed.length > 0 ? ` ${listed(needed, 4)} ` : ''}}\``;
  return problem('PLAN2073', use.at(), { field, call: called(use), names: [] }, { help });
}

function missingArguments(
  use: IntegrationUse,
  names: readonly string[],
  value: JsonObject,
  { required }: Signature,
): Problem {
  const field = argumentsField(use.state);
  const place = { file: use.plan.document.file, path: [...use.state.path, field], on: 'key' as const };
  const first = names[0]!.split('|')[0]!;
  const written = Object.keys(value)
    .map(withoutPath)
    .filter((name) => !required.includes(name));
  const misspelt = nearest(first, written);
  const path = field === 'Parameters' ? ', or with `.$` behind its name and a path' : '';
  const help =
    misspelt === undefined
      ? `add \`${first}\` with a value${path}`
      : `rename \`${misspelt}\` to \`${first}\``;
  return problem('PLAN2073', place, { field, call: called(use), names }, { help });
}

const withoutPath = (key: string): string => key.replace(/\.\$$/, '');

interface Misspelt {
  readonly right: string;
  readonly found: Problem;
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-parameters.html: names are in Pascal case. */
function misspeltNames(use: IntegrationUse, value: JsonObject, signature: Signature): readonly Misspelt[] {
  const names = [...signature.names, ...signature.required.flatMap((name) => name.split(/[.|]/))];
  return Object.keys(value).flatMap((key) => {
    const name = withoutPath(key);
    if (names.includes(name)) return [];
    const right = names.find((one) => one.toLowerCase() === name.toLowerCase());
    if (right === undefined) return [];
    const help = `write \`${right}${key.slice(name.length)}\``;
    return [
      { right, found: problem('PLAN2074', placeOf(use, key), { name, right, call: called(use) }, { help }) },
    ];
  });
}

function unknownNames(
  use: IntegrationUse,
  value: JsonObject,
  { names }: Signature,
  meant: ReadonlySet<string>,
): readonly Problem[] {
  const asOf = names.length === 0 ? undefined : use.plan.services?.().asOf;
  if (asOf === undefined) return [];
  const known = new Set([...names, ...meant].map((name) => name.toLowerCase()));
  return Object.keys(value).flatMap((key) => {
    const name = withoutPath(key);
    if (known.has(name.toLowerCase())) return [];
    const help = didYouMean(name, names, 'parameters');
    return [problem('PLAN2075', placeOf(use, key), { name, call: called(use), asOf }, { help })];
  });
}

const placeOf = ({ plan, state }: IntegrationUse, key: string) => ({
  file: plan.document.file,
  path: [...state.path, argumentsField(state), key],
  on: 'key' as const,
});

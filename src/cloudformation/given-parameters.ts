import { type Place, type Problem, problem } from '../diagnostics/problem.js';
import { didYouMean, nearest } from '../diagnostics/suggest.js';
import { isList } from '../language/json.js';
import { hasReference } from '../language/text.js';
import type { Json } from '../source/document.js';
import type { Template, TemplateParameter } from './template.js';

/** A value that someone gives to a stack parameter, the place of its name, and that of the value. */
export interface GivenParameter {
  readonly name: string;
  readonly value: Json;
  readonly key: Place;
  readonly place: Place;
}

/** Compares what is given with what the template declares. `incomplete`: where a parameter could be added. */
export function checkGiven(
  template: Template,
  given: readonly GivenParameter[],
  incomplete: Place,
): readonly Problem[] {
  const { parameters } = template;
  if (parameters === undefined) return [];
  const { file } = template.document;
  const { lacking, meant } = compare(parameters, given);
  const found: Problem[] = [];
  for (const { name, value, key, place } of given) {
    const declared = parameters.get(name);
    if (declared === undefined) {
      const help =
        didYouMean(meant.get(name) ?? name, [...parameters.keys()], `parameters of ${file}`) ??
        `\`${file}\` has no parameters`;
      found.push(problem('PLAN3015', key, { name, template: file }, { help }));
      continue;
    }
    const expected = mismatch(declared, value);
    if (expected !== undefined) found.push(problem('PLAN3016', place, { name, expected }));
  }
  if (lacking.length > 0) found.push(missing(file, lacking, incomplete));
  return found;
}

/**
 * Parameters that need a value and have none, and which of them the unknown names that are given mean: a misspelt name
 * is one mistake. Where one of each is left over, they belong together, however they differ.
 */
function compare(
  parameters: ReadonlyMap<string, TemplateParameter>,
  given: readonly GivenParameter[],
): { readonly lacking: readonly TemplateParameter[]; readonly meant: ReadonlyMap<string, string> } {
  const names = new Set(given.map(({ name }) => name));
  const open = new Set(
    [...parameters.values()].flatMap(({ name, hasDefault }) => (hasDefault || names.has(name) ? [] : [name])),
  );
  const unknown = [...names].filter((name) => !parameters.has(name));
  const meant = new Map<string, string>();
  const pair = (name: string, candidate: string | undefined) => {
    if (candidate !== undefined && open.delete(candidate)) meant.set(name, candidate);
  };
  for (const name of unknown) pair(name, nearest(name, open));
  const left = unknown.filter((name) => nearest(name, parameters.keys()) === undefined);
  if (left.length === 1 && open.size === 1) pair(left[0]!, [...open][0]);
  return { lacking: [...open].map((name) => parameters.get(name)!), meant };
}

function missing(file: string, lacking: readonly TemplateParameter[], place: Place): Problem {
  const names = lacking.map(({ name }) => name);
  return problem(
    'PLAN3014',
    place,
    { names, template: file },
    {
      help: `give ${names.length === 1 ? 'it' : 'them'} under \`Parameters\`, or a \`Default\` in the template`,
      related: lacking.map(({ name, path }) => ({
        place: { file, path, on: 'key' },
        message: `\`${name}\` is declared here without a \`Default\``,
      })),
    },
  );
}

/** What the parameter takes instead of this value; undefined when it fits or is not known yet. */
function mismatch({ type, allowedValues }: TemplateParameter, value: Json): string | undefined {
  // The value of such a parameter is a name in the Parameter Store; the rest is about what is found there.
  if (type.startsWith('AWS::SSM::Parameter::')) return undefined;
  const takesList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (isList(value) && !takesList) return `one value of type ${type}, not a list`;
  const literals = literalsOf(value, takesList);
  if ((type === 'Number' || type === 'List<Number>') && literals.some((text) => !isNumber(text))) {
    return type === 'Number' ? 'a number' : 'a list of numbers';
  }
  if (allowedValues !== undefined && literals.some((text) => !allowedValues.includes(text))) {
    return `one of ${allowedValues.map((text) => `\`${text}\``).join(', ')}`;
  }
  return undefined;
}

function literalsOf(value: Json, takesList: boolean): readonly string[] {
  if (isList(value)) return value.flatMap((item) => literalsOf(item, false));
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  if (typeof value !== 'string' || hasReference(value)) return [];
  return takesList ? value.split(',').map((text) => text.trim()) : [value];
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

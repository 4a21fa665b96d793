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
  const found: Problem[] = [];
  for (const { name, value, key, place } of given) {
    const declared = parameters.get(name);
    if (declared === undefined) {
      const help = didYouMean(name, [...parameters.keys()], `parameters of ${file}`);
      found.push(
        problem('PLAN3015', key, { name, template: file }, { help: help ?? `\`${file}\` has no parameters` }),
      );
      continue;
    }
    const expected = mismatch(declared, value);
    if (expected !== undefined) found.push(problem('PLAN3016', place, { name, expected }));
  }
  const lacking = lackingOf(parameters, given);
  if (lacking.length > 0) found.push(missing(file, lacking, incomplete));
  return found;
}

/** Parameters that need a value and have none. One that is meant by a misspelt name is no second mistake. */
function lackingOf(
  parameters: ReadonlyMap<string, TemplateParameter>,
  given: readonly GivenParameter[],
): readonly TemplateParameter[] {
  const names = new Set(given.map(({ name }) => name));
  const lacking = [...parameters.values()].filter(({ name, hasDefault }) => !hasDefault && !names.has(name));
  const open = lacking.map(({ name }) => name);
  const misspelt = given.filter(({ name }) => !parameters.has(name)).map(({ name }) => nearest(name, open));
  return lacking.filter(({ name }) => !misspelt.includes(name));
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

import { quotedList } from '../diagnostics/codes/names.js';
import { type Place, type Problem, problem, type Related } from '../diagnostics/problem.js';
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

/** Where a parameter could be added: the place, and the name of what stands there. */
export interface Room {
  readonly place: Place;
  readonly under: string;
}

/** Compares what is given with what the template declares. */
export function checkGiven(
  template: Template,
  given: readonly GivenParameter[],
  room: Room,
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
      const related = declaration(template, meant.get(name) ?? nearest(name, parameters.keys()));
      found.push(problem('PLAN3015', key, { name, template: file }, { help, related }));
      continue;
    }
    const wrong = mismatch(declared, value);
    if (wrong === undefined) continue;
    const { index, help, ...values } = wrong;
    const exact = index !== undefined && 'path' in place ? { ...place, path: [...place.path, index] } : place;
    const related = declaration(template, name);
    found.push(problem('PLAN3016', exact, { name, ...values }, { help, related }));
  }
  if (lacking.length > 0) found.push(missing(file, lacking, room));
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

/** The template's line for a parameter, or for all of them. */
function declaration(
  { document: { file }, parameters }: Template,
  name: string | undefined,
): readonly Related[] {
  const declared = name === undefined ? undefined : parameters?.get(name);
  if (declared !== undefined) {
    return [{ place: { file, path: declared.path, on: 'key' }, message: `\`${name}\` is declared here` }];
  }
  if (parameters === undefined || parameters.size === 0) return [];
  return [{ place: { file, path: ['Parameters'], on: 'key' }, message: 'parameters are declared here' }];
}

// All of them are named by the template; a reader needs but an idea where.
const mostDeclarations = 6;

function missing(file: string, lacking: readonly TemplateParameter[], { place, under }: Room): Problem {
  const names = lacking.map(({ name }) => name);
  return problem(
    'PLAN3014',
    place,
    { names, template: file },
    {
      help: `add ${names.length === 1 ? `\`${names[0]}: …\`` : 'them'} under \`${under}\`, or a \`Default\` in the template`,
      related: lacking.slice(0, mostDeclarations).map(({ name, path }) => ({
        place: { file, path, on: 'key' },
        message: `\`${name}\` is declared here without a \`Default\``,
      })),
    },
  );
}

interface Mismatch {
  /** What is given, in words. */
  readonly given: string;
  /** What the parameter takes instead. */
  readonly expected: string;
  /** Which item of a list is wrong, when not the list itself. */
  readonly index?: number;
  readonly help?: string | undefined;
}

/** Why a parameter does not take a value; undefined when it fits or is not known yet. */
function mismatch({ type, allowedValues }: TemplateParameter, value: Json): Mismatch | undefined {
  // The value of such a parameter is a name in the Parameter Store; the rest is about what is found there.
  if (type.startsWith('AWS::SSM::Parameter::')) return undefined;
  const takesList = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (isList(value) && !takesList) return { given: 'a list', expected: `one value of type ${type}` };
  const literals = literalsOf(value, takesList);
  if (type === 'Number' || type === 'List<Number>') {
    const wrong = literals.find(({ text }) => !isNumber(text));
    const expected = type === 'Number' ? 'a number' : 'a list of numbers';
    if (wrong !== undefined) return { ...said(wrong), expected };
  }
  const wrong = literals.find(({ text }) => allowedValues !== undefined && !allowedValues.includes(text));
  if (allowedValues === undefined || wrong === undefined) return undefined;
  const near = nearest(wrong.text, allowedValues);
  return {
    ...said(wrong),
    expected: `one of ${quotedList(allowedValues, 12)}`,
    help: near === undefined ? undefined : `did you mean \`${near}\`?`,
  };
}

interface Literal {
  readonly text: string;
  readonly index?: number;
}

const said = ({ text, ...rest }: Literal) => ({ given: `\`${text}\``, ...rest });

function literalsOf(value: Json, takesList: boolean): readonly Literal[] {
  if (isList(value)) {
    return value.flatMap((item, index) => literalsOf(item, false).map(({ text }) => ({ text, index })));
  }
  if (typeof value === 'number' || typeof value === 'boolean') return [{ text: String(value) }];
  if (typeof value !== 'string' || hasReference(value)) return [];
  return takesList ? value.split(',').map((text) => ({ text: text.trim() })) : [{ text: value }];
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

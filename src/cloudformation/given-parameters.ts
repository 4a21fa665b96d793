import { type Place, type Problem, problem, type Related } from '../diagnostics/problem.js';
import { certain, didYouMean, nearest } from '../diagnostics/suggest.js';
import type { Json } from '../source/document.js';
import { hidden, mismatch } from './parameter-value.js';
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
  /** Names that stand one level further out, where they are settings of the state. */
  readonly settings: readonly string[];
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
  const { lacking, meant } = compare(parameters, given, room.settings);
  const found: Problem[] = [];
  for (const { name, value, key, place } of given) {
    const declared = parameters.get(name);
    if (declared === undefined) {
      const help = room.settings.includes(name)
        ? `move it out of \`${room.under}\`: \`${name}\` is a property of the state`
        : (didYouMean(meant.get(name) ?? name, [...parameters.keys()], `parameters of ${file}`) ??
          `remove it: \`${file}\` has no parameters`);
      const related = declaration(template, meant.get(name) ?? nearest(name, parameters.keys()));
      const sure = room.settings.includes(name) ? undefined : certain(name, parameters.keys());
      found.push(problem('PLAN3015', key, { name, template: file }, { help, related, meant: sure }));
      continue;
    }
    const wrong = mismatch(declared, value, file);
    if (wrong === undefined) continue;
    const { index, help, ...values } = declared.noEcho ? hidden(wrong) : wrong;
    const exact = index !== undefined && 'path' in place ? { ...place, path: [...place.path, index] } : place;
    const related = declaration(template, name);
    const mistake = problem('PLAN3016', exact, { name, ...values }, { help, related });
    found.push(declared.noEcho ? { ...mistake, concealed: true } : mistake);
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
  settings: readonly string[],
): { readonly lacking: readonly TemplateParameter[]; readonly meant: ReadonlyMap<string, string> } {
  const names = new Set(given.map(({ name }) => name));
  const open = new Set(
    [...parameters.values()].flatMap(({ name, hasDefault }) => (hasDefault || names.has(name) ? [] : [name])),
  );
  const unknown = [...names].filter((name) => !parameters.has(name) && !settings.includes(name));
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
export function declaration(
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

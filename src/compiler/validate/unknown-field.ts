import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import { either } from '../../language/type-words.js';
import type { Json } from '../../source/document.js';
import { isPlanccType } from '../../states/registry.js';
import type { Located } from './explain.js';
import { habits, meaningOf } from './habits.js';
import { misplacement } from './misplaced-field.js';
import { refused } from './refused.js';
import { inOtherLetters, plainWord } from './spelling.js';
import { looksLikeState } from './stray-states.js';
import { ownerOf, planccType, type Subject } from './subject.js';

/** A field that an object cannot have. */
export interface UnknownField {
  readonly at: Path;
  readonly name: string;
  readonly allowed: readonly string[];
  /** The field that its name must be meant for: it is missing, or has the same letters. */
  readonly meant: string | undefined;
  /** The missing field that its help says to write. */
  readonly told?: string | undefined;
  /** Where it belongs when it is right but for its place. */
  readonly where: 'under' | 'beside' | 'states' | undefined;
}

/** `missing`: fields that the object lacks. */
export function unknownOf(
  subject: Subject,
  { at, params }: Located,
  missing: readonly string[],
): UnknownField {
  const name = String(params.additionalProperty);
  const allowed = params.allowed as readonly string[];
  const value = valueAt(subject.value, [...at, name]);
  const field = { at, name, allowed };
  const where = mayHoldStates(at) && looksLikeState(value) ? 'states' : misplacement(subject, at, name);
  if (where !== undefined) return { ...field, meant: undefined, where };
  const word = habitOf(subject, at, name);
  const same = inOtherLetters(name, allowed);
  const meant =
    (same !== undefined && valueAt(subject.value, [...at, same]) === undefined ? same : undefined) ??
    nearest(name, missing) ??
    (word !== undefined && missing.includes(word) ? word : undefined);
  const told = missing.find((lacking) => word?.includes(`\`${lacking}:`));
  return { ...field, meant, told, where };
}

const mayHoldStates = (at: Path): boolean => at.length === 0 || (at.length === 1 && at[0] === 'Properties');

export const valueAt = (value: Json, at: Path): Json | undefined =>
  at.reduce<Json | undefined>((inner, key) => (inner as { [key: string]: Json } | undefined)?.[key], value);

/** The fields of one object after those of another. */
export function byPlace(unknown: readonly UnknownField[]): readonly (readonly UnknownField[])[] {
  const places = new Map<string, UnknownField[]>();
  for (const field of unknown) {
    const place = JSON.stringify(field.at);
    const these = places.get(place);
    if (these === undefined) places.set(place, [field]);
    else these.push(field);
  }
  return [...places.values()];
}

/** Fields that objects cannot have. Those written in other letters are one mistake for each object. */
export const unknownFields = (subject: Subject, unknown: readonly UnknownField[]): readonly Problem[] =>
  byPlace(unknown).flatMap((fields) => {
    const inOther = fields.filter(({ name, meant }) => meant && plainWord(name) === plainWord(meant));
    if (inOther.length < 2) return fields.map((field) => unknownField(subject, field));
    const { at, name } = inOther[0]!;
    const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
    const values = { owner: ownerOf(subject, at), names: inOther.map((field) => field.name) };
    const meant = inOther.slice(0, 8).map((field) => `\`${field.meant}\``);
    const help = `write ${meant.join(', ')}${inOther.length > meant.length ? ', …' : ''}: fields begin with a capital letter`;
    return [
      problem('PLAN1003', place, values, { help }),
      ...fields.filter((field) => !inOther.includes(field)).map((field) => unknownField(subject, field)),
    ];
  });

function unknownField(subject: Subject, field: UnknownField): Problem {
  const { at, name, allowed, meant } = field;
  const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
  const type = planccType(subject);
  if (type !== undefined && at.length === 0 && Object.hasOwn(refused, name)) {
    return problem('PLAN1007', place, { name, type }, { help: refused[name] });
  }
  const help =
    meant === undefined
      ? (ofHabit(subject, field) ?? elsewhere(subject, field) ?? didYouMean(name, allowed, 'fields'))
      : `did you mean \`${meant}\`?`;
  return problem('PLAN1003', place, { owner: ownerOf(subject, at), names: [name] }, { help });
}

function ofHabit(subject: Subject, { at, name, allowed }: UnknownField): string | undefined {
  const word = habitOf(subject, at, name);
  if (word === undefined || allowed.includes(word)) return word && `did you mean \`${word}\`?`;
  return /\s/.test(word) ? word : undefined;
}

/** What someone means who is used to the words of another tool. */
function habitOf({ kind, value }: Subject, at: Path, name: string): string | undefined {
  if (at.at(-1) === 'When') return meaningOf(habits.When, name);
  if (kind === 'plan') {
    if (at.length === 0) return meaningOf(habits.plan, name);
    if (at.length === 2) return meaningOf(habits[at[0]!], name);
    return at[0] === 'Parameters' && at.length === 3 ? meaningOf(habits.From, name) : undefined;
  }
  if (kind !== 'state') return undefined;
  const type = String(valueAt(value, ['Type']));
  const properties = habits[`${type} Properties`];
  if (at.length > 0)
    return at.length === 1 && at[0] === 'Properties' ? meaningOf(properties, name) : undefined;
  const meaning = meaningOf(habits[type], name) ?? meaningOf(habits.state, name);
  if (meaning !== undefined) return meaning;
  const property = meaningOf(properties, name);
  return property === undefined || property.includes(' ')
    ? property
    : `write it as \`${property}\` under \`Properties\``;
}

/** Where a field of this name does exist, when it is no misspelling. */
function elsewhere({ kind, value }: Subject, { at, name, allowed }: UnknownField): string | undefined {
  if (at.length > 0 || nearest(name, allowed) !== undefined) return undefined;
  const type = valueAt(value, [name, 'Type']);
  if (kind === 'plan' && typeof type === 'string' && type.includes('::')) {
    return 'indent it under `Resources`, which holds what CloudFormation makes';
  }
  if (name === 'QueryLanguage') return 'set it on the plan or on single states';
  if (kind !== 'state') return undefined;
  if (name === 'Properties') {
    return "write its fields beside `Type`: only plancc's own, lower-case types have `Properties`";
  }
  const having = Object.keys(fields).filter((known) => fields[known]!.includes(name));
  if (having.length === 0) return undefined;
  const amazons = having.filter((known) => !isPlanccType(known)).map((known) => `\`${known}\``);
  const whose = having.some(isPlanccType) ? [...amazons, "plancc's own"] : amazons;
  return `only ${either(whose)} states have it`;
}

import type { Path, Problem } from '../../diagnostics/problem.js';
import type { SchemaError } from '../../generated/validators.js';
import { isList } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { emptyOwner, outsideOfOwner } from './empty-owner.js';
import { flattenedItem, flattenedItems, isPartOf } from './flattened-items.js';
import { misplacedFields } from './misplaced-field.js';
import { missingFields } from './missing-field.js';
import { scatteredFields } from './scattered-fields.js';
import { amongResources, strayStates } from './stray-states.js';
import type { Subject } from './subject.js';
import { placesOf, tooDeep, tooDeepFields } from './too-deep.js';
import { byPlace, type UnknownField, unknownFields, unknownOf } from './unknown-field.js';
import { wrongField } from './wrong-field.js';

/** What the validator says of one object as problems: one for each cause. */
export function explain(
  subject: Subject,
  value: JsonObject,
  errors: readonly SchemaError[],
): readonly Problem[] {
  const located = errors.map((error): Located => ({ ...error, at: pathOf(error.instancePath, value) }));
  const flattened = flattenedItems(subject, located);
  const all = located.filter(({ at }) => !flattened.some((item) => isPartOf(item, at)));
  const lacks = all.flatMap((error): Lack[] => {
    const names = missingNames(error);
    return names === undefined ? [] : [{ at: error.at, names, one: names.length > 1, error }];
  });
  const missingAt = (at: Path) => lacks.filter((lack) => isSame(lack.at, at)).flatMap(({ names }) => names);
  const unknown = all
    .filter(({ keyword }) => keyword === 'additionalProperties')
    .map((error) => unknownOf(subject, error, missingAt(error.at)));
  const inResources = amongResources(subject, value);
  const stray = unknown.filter(({ where }) => where === 'states');
  const deep = tooDeep(subject, value, missingAt(['Properties']));
  const unexplained = lacks.filter(
    (lack) =>
      !unknown.some((field) => explains(field, lack)) &&
      !(inResources.length > 0 && lack.at.length === 0 && lack.names.includes('States')) &&
      !lacks.some((other) => isPart(other, lack)) &&
      !(isSame(lack.at, ['Properties']) && deep.some(({ names }) => names.includes(lack.names[0]!))),
  );
  const moved = deep.flatMap(placesOf);
  const owners = new Map(
    unknown.flatMap((field): [UnknownField, string][] => {
      const owner = field.where === 'beside' ? undefined : emptyOwner(subject, field);
      return owner === undefined ? [] : [[field, owner]];
    }),
  );
  const explained = [...owners].map(([{ at }, owner]) => [...at, owner]);
  const others = all.filter(
    ({ keyword, params, at }) =>
      keyword !== 'additionalProperties' &&
      missingNames({ keyword, params }) === undefined &&
      !moved.some((place) => isSame(at.slice(0, place.length), place)) &&
      !explained.some((place) => isSame(at, place)),
  );
  return [
    ...byPlace(stray).map((fields) =>
      strayStates(
        subject,
        fields[0]!.at,
        fields.map(({ name }) => name),
      ),
    ),
    ...(inResources.length > 0 ? [strayStates(subject, ['Resources'], inResources)] : []),
    ...scatteredFields(subject, value),
    ...flattened.map((item) => flattenedItem(subject, item)),
    ...deep.map((fields) => tooDeepFields(subject, fields)),
    ...outsideOfOwner(subject, new Map([...owners].filter(([{ where }]) => where !== 'states'))),
    ...misplacedFields(
      subject,
      unknown.filter((field) => !owners.has(field) && (field.where === 'under' || field.where === 'beside')),
    ),
    ...unknownFields(
      subject,
      unknown.filter((field) => !owners.has(field) && field.where === undefined),
    ),
    ...together(unexplained).map(({ at, names, one }) => missingFields(subject, at, names, one)),
    ...firstOfEach(others).map((error) => wrongField(subject, value, error)),
  ];
}

export interface Located extends SchemaError {
  readonly at: Path;
}

/** Fields that an object must have and has not; with `one`, it must have one of them. */
interface Lack {
  readonly at: Path;
  readonly names: readonly string[];
  readonly one: boolean;
  readonly error: Located;
}

/** What one object lacks is one mistake. */
function together(lacks: readonly Lack[]): readonly Lack[] {
  const places = new Map<string, Lack>();
  for (const lack of lacks) {
    const place = lack.error.instancePath;
    const before = lack.one ? undefined : places.get(place);
    const key = lack.one ? `${place} ${lack.names}` : place;
    places.set(key, before === undefined ? lack : { ...before, names: [...before.names, ...lack.names] });
  }
  return [...places.values()];
}

const isSame = (one: Path, other: Path): boolean =>
  one.length === other.length && one.every((key, index) => key === other[index]);

/** Whether a field is missing because it was misspelt, or it or its owner stands elsewhere. */
function explains(field: UnknownField, { at, names }: Lack): boolean {
  if (field.where === 'states') return isSame(field.at, at) && names.includes('States');
  if (field.where === 'under')
    return names.includes('Properties') || (at.length === 1 && names.includes(field.name));
  const told = field.meant ?? field.told;
  return told !== undefined && names.includes(told) && isSame(at, field.at);
}

/** `Output` needs `Dependency`, and of `Dependency` and its like there must be one: that is said once. */
const isPart = (one: Lack, all: Lack): boolean =>
  one.names.length < all.names.length &&
  one.error.instancePath === all.error.instancePath &&
  one.names.every((name) => all.names.includes(name));

function missingNames({
  keyword,
  params,
}: Pick<SchemaError, 'keyword' | 'params'>): readonly string[] | undefined {
  if (keyword === 'required' || keyword === 'dependencies') return [String(params.missingProperty)];
  if (keyword !== 'exactlyOne') return undefined;
  return (params.found as readonly string[]).length === 0 ? (params.group as readonly string[]) : undefined;
}

/** A value may break several keywords of its schema; the first says enough. */
function firstOfEach(errors: readonly Located[]): readonly Located[] {
  const places = new Map<string, Located>();
  for (const error of errors) {
    const { propertyName, found } = error.params;
    const place = JSON.stringify([error.instancePath, propertyName, found]);
    if (!places.has(place)) places.set(place, error);
  }
  return [...places.values()];
}

function pathOf(pointer: string, root: Json): Path {
  let value: Json | undefined = root;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = isList(value) ? Number(key) : key;
      value = (value as { [key: string]: Json } | undefined)?.[step];
      return step;
    });
}

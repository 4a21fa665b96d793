import type { Problem } from '../../diagnostics/problem.js';
import type { SchemaError } from '../../generated/validators.js';
import { bareFields, bareState } from './bare-state.js';
import { flattenedItem, flattenedItems, isPartOf } from './flattened-items.js';
import { type Lack, lackOf, lacksIn, missingAt, together } from './lack.js';
import { isSame, located } from './located.js';
import { misnamedFields } from './misnamed-field.js';
import { misplacedFields } from './misplaced-field.js';
import { missingFields } from './missing-field.js';
import { outsideOfOwners } from './outside.js';
import { scatteredFields } from './scattered-fields.js';
import { amongResources, strayStates } from './stray-states.js';
import type { Subject } from './subject.js';
import { placesOf, tooDeep, tooDeepFields } from './too-deep.js';
import { type UnknownField, unknownOf } from './unknown-field.js';
import { wrongFields } from './wrong-field.js';

/**
 * What the validator says of one object as problems, one for each cause: first what stands in the wrong place, then
 * wrong names, and of what is missing and of wrong values only what does not follow from those.
 */
export function explain(subject: Subject, errors: readonly SchemaError[]): readonly Problem[] {
  const found = errors.map((error) => located(error, subject.value));
  const flattened = flattenedItems(subject, found);
  const all = found.filter(({ at }) => !flattened.some((item) => isPartOf(item, at)));
  const lacks = lacksIn(all);
  const unknown = all
    .filter(({ keyword }) => keyword === 'additionalProperties')
    .map((error) => unknownOf(subject, error, missingAt(lacks, error.at)));
  const because = (cause: UnknownField['cause']) => unknown.filter((field) => field.cause === cause);
  const stray = [...because('state'), ...amongResources(subject)];
  const bare = bareFields(subject, because('name'));
  const deep = tooDeep(subject, missingAt(lacks, ['Properties']));

  const missing = lacks.filter(
    ({ at, names }) =>
      !(stray.length + bare.length > 0 && at.length === 0 && names.includes('States')) &&
      !(isSame(at, ['Properties']) && deep.some((fields) => fields.names.includes(names[0]!))) &&
      !unknown.some((field) => isMeant(field, { at, names })),
  );
  const told = [
    ...deep.flatMap(placesOf),
    ...stray.map(({ at, name }) => [...at, name]),
    ...unknown.flatMap(({ at, owner }) => (owner === undefined ? [] : [[...at, owner]])),
  ];
  const wrong = all.filter(
    (error) =>
      error.keyword !== 'additionalProperties' &&
      lackOf(error) === undefined &&
      !told.some((place) => isSame(error.at.slice(0, place.length), place)),
  );
  return [
    ...strayStates(subject, stray),
    ...scatteredFields(subject),
    ...flattened.map((item) => flattenedItem(subject, item)),
    ...deep.map((fields) => tooDeepFields(subject, fields)),
    ...outsideOfOwners(subject, because('outside')),
    ...misplacedFields(subject, 'under', because('under')),
    ...misplacedFields(subject, 'beside', because('beside')),
    ...bareState(subject, bare),
    ...misnamedFields(
      subject,
      because('name').filter((field) => !bare.includes(field)),
    ),
    ...together(missing).map((lack) => missingFields(subject, lack)),
    ...wrongFields(subject, wrong),
  ];
}

/** Whether a field is missing because it was misspelt, or it or its owner stands elsewhere. */
function isMeant(field: UnknownField, { at, names }: Pick<Lack, 'at' | 'names'>): boolean {
  if (field.cause === 'under') {
    return names.includes('Properties') || (at.length === 1 && names.includes(field.name));
  }
  const meant = field.meant ?? field.told;
  return meant !== undefined && names.includes(meant) && isSame(at, field.at);
}

import type { Path, Problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import type { SchemaError } from '../../generated/validators.js';
import { isList } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { misplacedFields, misplacement } from './misplaced-field.js';
import { missingField } from './missing-field.js';
import type { Subject } from './subject.js';
import { unknownField } from './unknown-field.js';
import { wrongField } from './wrong-field.js';

/** What the validator says of one object as problems: one for each cause. */
export function explain(
  subject: Subject,
  value: JsonObject,
  errors: readonly SchemaError[],
): readonly Problem[] {
  const all = errors.map((error): Located => ({ ...error, at: pathOf(error.instancePath, value) }));
  const lacks = all.flatMap((error): Lack[] => {
    const names = missingNames(error);
    return names === undefined ? [] : [{ at: error.at, names, error }];
  });
  const unknown = all
    .filter(({ keyword }) => keyword === 'additionalProperties')
    .map((error) => unknownOf(subject, error, lacks));
  const unexplained = lacks.filter(
    (lack) => !unknown.some((field) => explains(field, lack)) && !lacks.some((other) => isPart(other, lack)),
  );
  const others = all.filter(
    (error) => error.keyword !== 'additionalProperties' && missingNames(error) === undefined,
  );
  return [
    ...misplacedFields(
      subject,
      unknown.filter(({ where }) => where !== undefined),
    ),
    ...unknown.filter(({ where }) => where === undefined).map((field) => unknownField(subject, field)),
    ...unexplained.map(({ at, names }) => missingField(subject, at, names)),
    ...firstOfEach(others).map((error) => wrongField(subject, value, error)),
  ];
}

export interface Located extends SchemaError {
  readonly at: Path;
}

/** Fields of which an object has none. */
interface Lack {
  readonly at: Path;
  readonly names: readonly string[];
  readonly error: Located;
}

/** A field that an object cannot have. */
export interface UnknownField {
  readonly at: Path;
  readonly name: string;
  readonly allowed: readonly string[];
  /** The missing field that its name nearly is. */
  readonly meant: string | undefined;
  /** Where it belongs when it is right but for its place. */
  readonly where: 'under' | 'beside' | undefined;
}

function unknownOf(
  subject: Subject,
  { at, instancePath, params }: Located,
  lacks: readonly Lack[],
): UnknownField {
  const name = String(params.additionalProperty);
  const missing = lacks
    .filter(({ error }) => error.instancePath === instancePath)
    .flatMap(({ names }) => names);
  const meant = nearest(name, missing);
  const where = meant === undefined ? misplacement(subject, at, name) : undefined;
  return { at, name, allowed: params.allowed as readonly string[], meant, where };
}

/** Whether a field is missing because it was misspelt or written beside `Properties`. */
function explains(field: UnknownField, { at, names }: Lack): boolean {
  if (field.where === 'under')
    return names.includes('Properties') || (at.length === 1 && names.includes(field.name));
  return field.meant !== undefined && names.includes(field.meant) && at.join('/') === field.at.join('/');
}

/** `Output` needs `Dependency`, and of `Dependency` and its like there must be one: that is said once. */
const isPart = (one: Lack, all: Lack): boolean =>
  one.names.length < all.names.length &&
  one.error.instancePath === all.error.instancePath &&
  one.names.every((name) => all.names.includes(name));

function missingNames({ keyword, params }: SchemaError): readonly string[] | undefined {
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

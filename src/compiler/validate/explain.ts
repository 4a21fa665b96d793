import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import type { SchemaError } from '../../generated/validators.js';
import { isList } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { wrongValue } from './help.js';
import type { Subject } from './index.js';
import { missingField, ownerOf } from './owner.js';
import { belongsUnderProperties, unknownField } from './unknown-field.js';
import { found, label, ofType } from './words.js';

/** What the validator says of one object as problems: one for each cause. */
export function explain(
  subject: Subject,
  value: JsonObject,
  errors: readonly SchemaError[],
): readonly Problem[] {
  const located = errors.map((error) => ({ ...error, at: pathOf(error.instancePath, value) }));
  const missing = located.flatMap((error) => {
    const names = missingNames(error);
    return names === undefined ? [] : [{ ...error, names }];
  });
  const unknown = located.filter(({ keyword }) => keyword === 'additionalProperties');
  // A key that is nearly the one that is missing is that one, misspelt.
  const meant = new Map(
    unknown.map((error) => {
      const here = missing.filter(({ instancePath }) => instancePath === error.instancePath);
      const near = nearest(
        nameOf(error),
        here.flatMap(({ names }) => names),
      );
      return [error, near] as const;
    }),
  );
  const settled = (path: string, names: readonly string[]) =>
    unknown.some(
      (error) =>
        (error.instancePath === path && names.includes(meant.get(error) ?? '')) ||
        belongsUnderProperties(subject, value, error.at, nameOf(error), path, names),
    );
  const seen = new Set<string>();
  return located.flatMap((error): readonly Problem[] => {
    if (error.keyword === 'additionalProperties') {
      return [
        unknownField(subject, error.at, nameOf(error), error.params.allowed as string[], meant.get(error)),
      ];
    }
    const names = missingNames(error);
    if (names !== undefined) {
      return settled(error.instancePath, names) ? [] : [missingField(subject, error.at, names)];
    }
    // A value may break several keywords of its schema; the first says enough.
    const place = `${error.instancePath} ${error.params.propertyName ?? ''}`;
    if (seen.has(place)) return [];
    seen.add(place);
    return [ofValue(subject, value, error, error.at)];
  });
}

const nameOf = (error: SchemaError): string => String(error.params.additionalProperty);

function missingNames({ keyword, params }: SchemaError): readonly string[] | undefined {
  if (keyword === 'required' || keyword === 'dependencies') return [String(params.missingProperty)];
  if (keyword !== 'exactlyOne') return undefined;
  return (params.found as readonly string[]).length === 0 ? (params.group as readonly string[]) : undefined;
}

function ofValue(subject: Subject, value: JsonObject, error: SchemaError, at: Path): Problem {
  const { file } = subject.document;
  const path = [...subject.path, ...at];
  const { keyword, params } = error;
  const owner = ownerOf(subject, at);
  if (keyword === 'exactlyOne' || keyword === 'atMostOne') {
    const names = params.found as readonly string[];
    return problem('PLAN1009', { file, path: [...path, names[1]!], on: 'key' }, { owner, names });
  }
  const expected = String(params.expected);
  if (keyword === 'propertyNames') {
    const name = String(params.propertyName);
    return problem('PLAN1010', { file, path: [...path, name], on: 'key' }, { name, owner, expected });
  }
  const actual = valueAt(value, at);
  const name = label(at);
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    const near = typeof actual === 'string' ? nearest(actual, allowed) : undefined;
    const help = near === undefined ? undefined : `did you mean \`${near}\`?`;
    return problem('PLAN1006', { file, path }, { name, allowed, found: found(actual) }, { help });
  }
  const wanted = keyword === 'type' ? ofType(params.type as string | readonly string[]) : expected;
  return wrongValue(subject, at, actual, { name, expected: wanted, found: found(actual) });
}

function pathOf(pointer: string, root: Json): Path {
  let value: Json | undefined = root;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const step = isList(value) ? Number(key) : key;
      value = valueAt(value, [step]);
      return step;
    });
}

const valueAt = (root: Json | undefined, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((value, key) => (value as { [key: string]: Json } | undefined)?.[key], root);

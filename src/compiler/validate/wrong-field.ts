import { type Problem, problem } from '../../diagnostics/problem.js';
import { certain, nearest } from '../../diagnostics/suggest.js';
import { valueAt } from '../../language/json.js';
import { ofType } from '../../language/type-words.js';
import { version } from '../../language/values.js';
import type { Json } from '../../source/document.js';
import { exampleOf } from './example.js';
import { meaningOf, valueWords } from './habits.js';
import { valueHelp } from './help.js';
import type { Located } from './located.js';
import { meantValue } from './meant-value.js';
import { fittingName, nameFault, nameHelp } from './name-help.js';
import { ownerOf, type Subject } from './subject.js';
import { takesReference } from './validator.js';
import { versionHelp, versionMeant } from './version-help.js';
import { clipped, found, label } from './words.js';

/** Fields with a wrong value or name, or one too many. */
export const wrongFields = (subject: Subject, errors: readonly Located[]): readonly Problem[] =>
  firstOfEach(errors).map((error) => wrongField(subject, error));

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

function wrongField(subject: Subject, error: Located): Problem {
  const { keyword, params, at } = error;
  const { file } = subject.document;
  const path = [...subject.path, ...at];
  if (keyword === 'exactlyOne' || keyword === 'atMostOne') {
    const names = params.found as readonly string[];
    return problem(
      'PLAN1009',
      { file, path: [...path, names[1]!], on: 'key' },
      { owner: ownerOf(subject, at), names },
      {
        help: 'keep one of them',
        related: names
          .filter((_, index) => index !== 1)
          .map((name) => ({
            place: { file, path: [...path, name], on: 'key' as const },
            message: `\`${name}\` is given here`,
          })),
      },
    );
  }
  const expected = String(params.expected);
  if (keyword === 'propertyNames') {
    const name = String(params.propertyName);
    const owner = ownerOf(subject, at);
    const place = { file, path: [...path, name], on: 'key' } as const;
    const values = { name: clipped(name) || '""', owner, reason: nameFault(name, expected) };
    return problem('PLAN1010', place, values, { help: nameHelp(name, expected) });
  }
  const actual = valueAt(subject.value, at);
  const name = label(at);
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    const meant = typeof actual === 'string' ? choiceMeant(actual, allowed) : undefined;
    const help = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    const extra = { help, meant: typeof actual === 'string' ? certain(actual, allowed) : undefined };
    return problem('PLAN1006', { file, path }, { name, allowed, found: found(actual) }, extra);
  }
  const wanted = keyword === 'type' ? ofType(params.type as string | readonly string[]) : expected;
  return wrongValue(subject, error, actual, wanted);
}

function choiceMeant(written: string, allowed: readonly string[]): string | undefined {
  const habit = meaningOf(valueWords, written);
  return habit !== undefined && allowed.includes(habit) ? habit : nearest(written, allowed);
}

/** A value that is not what its field takes. */
function wrongValue(
  subject: Subject,
  { at, instancePath }: Located,
  value: Json | undefined,
  wanted: string,
): Problem {
  const { document, kind } = subject;
  const path = [...subject.path, ...at];
  const text = document.text.slice(...document.range(path));
  // The number 1 may be written `1.0`, and that is what its author looks for.
  const shown = typeof value === 'number' ? `the number ${text}` : found(value);
  const isVersion = kind === 'plan' && at.length === 1 && at[0] === 'Version';
  const expected = isVersion ? version.expected : wanted;
  const wrong = {
    path,
    value,
    expected,
    text,
    example: exampleOf(subject, at.slice(0, -1), String(at.at(-1))),
    takesReference: () => takesReference(subject, at, instancePath),
  };
  const help = isVersion
    ? versionHelp(value, text)
    : (valueHelp(wrong) ?? fittingName(String(value), expected));
  const values = { name: label(at), expected, found: shown };
  const meant = isVersion ? versionMeant(value, text) : meantValue(value, expected, text);
  return problem('PLAN1005', { file: document.file, path }, values, { help, meant });
}

import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { nearest } from '../../diagnostics/suggest.js';
import { ofType } from '../../language/type-words.js';
import { version } from '../../language/values.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Located } from './explain.js';
import { meaningOf, valueWords } from './habits.js';
import { valueHelp } from './help.js';
import { nameHelp } from './name-help.js';
import { ownerOf, type Subject } from './subject.js';
import { versionHelp } from './version-help.js';
import { found, label } from './words.js';

/** A field with a wrong value or name, or one too many. */
export function wrongField(subject: Subject, value: JsonObject, { keyword, params, at }: Located): Problem {
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
    return problem('PLAN1010', place, { name, owner, expected }, { help: nameHelp(name, expected) });
  }
  const actual = at.reduce<Json | undefined>(
    (inner, key) => (inner as { [key: string]: Json } | undefined)?.[key],
    value,
  );
  const name = label(at);
  if (keyword === 'enum') {
    const allowed = (params.allowedValues as readonly unknown[]).map(String);
    const meant = typeof actual === 'string' ? choiceMeant(actual, allowed) : undefined;
    const help = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    return problem('PLAN1006', { file, path }, { name, allowed, found: found(actual) }, { help });
  }
  const wanted = keyword === 'type' ? ofType(params.type as string | readonly string[]) : expected;
  return wrongValue(subject, at, actual, wanted);
}

function choiceMeant(written: string, allowed: readonly string[]): string | undefined {
  const habit = meaningOf(valueWords, written);
  return habit !== undefined && allowed.includes(habit) ? habit : nearest(written, allowed);
}

/** A value that is not what its field takes. */
function wrongValue(subject: Subject, at: Path, value: Json | undefined, expected: string): Problem {
  const { document, kind, path } = subject;
  const place = { file: document.file, path: [...path, ...at] };
  const text = document.text.slice(...document.range(place.path));
  // The number 1 may be written `1.0`, and that is what its author looks for.
  const shown = typeof value === 'number' ? `the number ${text}` : found(value);
  const isVersion = kind === 'plan' && at.length === 1 && at[0] === 'Version';
  const values = { name: label(at), expected: isVersion ? version.expected : expected, found: shown };
  const help = isVersion
    ? versionHelp(value, text)
    : (valueHelp(place.path, value, expected, text) ?? nameHelp(String(value), expected));
  return problem('PLAN1005', place, values, { help });
}

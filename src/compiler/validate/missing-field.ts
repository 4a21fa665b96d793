import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Schema } from '../../language/schema.js';
import { propertiesOf } from './misplaced-field.js';
import { ownerOf, planccType, type Subject } from './subject.js';

/** A field that an object must have, or several of which it must have one. */
export function missingField(subject: Subject, at: Path, names: readonly string[]): Problem {
  const { document, kind, path } = subject;
  const { file } = document;
  const whole = [...path, ...at];
  const owner = at.length === 0 && kind === 'state' ? `\`${path.at(-1)}\`` : ownerOf(subject, at);
  const place = { file, path: whole.length === 0 ? firstOf(subject) : whole, on: 'key' as const };
  return problem('PLAN1002', place, { owner, names }, { help: helpFor(subject, at, names) });
}

/** What the whole document lacks is said where it begins. */
const firstOf = ({ document, value }: Subject): Path =>
  isObject(value) ? document.keys(value).slice(0, 1) : [];

function helpFor(subject: Subject, at: Path, names: readonly string[]): string {
  if (names.length > 1) {
    return names[0] === 'StringEquals'
      ? 'add a comparison, such as `StringEquals: production`'
      : 'add one of them';
  }
  const name = names[0]!;
  if (subject.kind === 'plan' && at.length === 0) return ofThePlan[name] ?? `add \`${name}\``;
  const example = at.length === 1 && at[0] === 'Properties' ? exampleOf(subject, name) : undefined;
  return example === undefined ? `add \`${name}\`` : `add it, such as \`${name}: ${example}\``;
}

const ofThePlan: { readonly [name: string]: string } = {
  Name: 'add it, such as `Name: webshop`',
  Version: 'add `Version: 1.0.0`, or give it with `--set-version`',
  States: 'add it, and under it the states, each with a name and its `Type`',
};

/** How a property of a state of plancc's may be written. */
function exampleOf(subject: Subject, name: string): string | undefined {
  const schema = propertiesOf(planccType(subject) ?? '')[name] as Schema | undefined;
  const example: unknown = (schema?.examples as readonly unknown[] | undefined)?.[0];
  if (isList(example)) return `[${example.join(', ')}]`;
  return typeof example === 'string' ? example : undefined;
}

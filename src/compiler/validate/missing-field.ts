import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import { exampleOf, examples } from './example.js';
import type { Lack } from './lack.js';
import { requiredOf } from './properties.js';
import { ownerOf, planccType, type Subject } from './subject.js';
import { itOrThem } from './words.js';

export function missingFields(subject: Subject, { at, names, one }: Lack): Problem {
  const { document, kind, path } = subject;
  const { file } = document;
  const whole = [...path, ...at];
  const owner = at.length === 0 && kind === 'state' ? `\`${path.at(-1)}\`` : ownerOf(subject, at);
  const place = { file, path: whole.length === 0 ? firstOf(subject) : whole, on: 'key' as const };
  const help = one ? helpForOne(names) : helpFor(subject, at, names);
  return problem('PLAN1002', place, { owner, names, one }, { help });
}

/** What the whole document lacks is said where it begins. */
const firstOf = ({ document, value }: Subject): Path =>
  isObject(value) ? document.keys(value).slice(0, 1) : [];

function helpForOne(names: readonly string[]): string {
  if (names[0] === 'StringEquals') return 'add a comparison, such as `StringEquals: production`';
  const name = names.find((known) => Object.hasOwn(examples, known));
  return name === undefined ? 'add one of them' : `add one of them, such as \`${name}: ${examples[name]}\``;
}

function helpFor(subject: Subject, at: Path, names: readonly string[]): string {
  if (subject.kind === 'plan' && at.length === 0) {
    return `add ${names.map((name) => ofThePlan[name] ?? `\`${name}\``).join('; ')}`;
  }
  const type = planccType(subject);
  if (type !== undefined && at.length === 0 && names[0] === 'Properties') {
    return `add it, and under it ${requiredOf(type).map(quoted).join(', ')}`;
  }
  const written = names.map((name) => {
    const example = exampleOf(subject, at, name);
    return example === undefined ? name : `${name}: ${example}`;
  });
  const hasExample = written.some((field) => field.includes(':'));
  const such = hasExample ? `${itOrThem(names)}, such as ` : '';
  return `add ${such}${written.map(quoted).join(', ')}`;
}

const quoted = (name: string): string => `\`${name}\``;

const ofThePlan: { readonly [name: string]: string } = {
  Name: 'a name, such as `Name: webshop`',
  Version: '`Version: 1.0.0`, or give it with `--set-version`',
  States: '`States`, and under it the states, each with a name and its `Type`',
};

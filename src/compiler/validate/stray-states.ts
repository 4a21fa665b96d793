import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { isObject, valueAt } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { byPlace } from './located.js';
import { inOtherLetters } from './spelling.js';
import type { Subject } from './subject.js';
import { itOrThem } from './words.js';

const types = Object.keys(fields);

/** Whether a value is written like a state: an object with the `Type` of one. */
export const looksLikeState = (value: Json | undefined): boolean =>
  isObject(value) && typeof value.Type === 'string' && inOtherLetters(value.Type, types) !== undefined;

/** A state that stands where no state can: beside `States`, inside another state, among the resources. */
interface Stray {
  readonly at: Path;
  readonly name: string;
}

/** One problem for those in each place. */
export const strayStates = (subject: Subject, stray: readonly Stray[]): readonly Problem[] =>
  byPlace(stray).map((these) =>
    strayIn(
      subject,
      these[0]!.at,
      these.map(({ name }) => name),
    ),
  );

function strayIn({ document, kind, path }: Subject, at: Path, names: readonly string[]): Problem {
  const place = { file: document.file, path: [...path, ...at, names[0]!], on: 'key' } as const;
  const them = itOrThem(names);
  if (kind !== 'state') {
    const isBeside = at.length === 0;
    const where = isBeside ? 'outside `States`' : `under \`${at.at(-1)}\``;
    const help = isBeside ? `indent ${them} under \`States\`` : `move ${them} under \`States\``;
    return problem('PLAN1012', place, { names, where }, { help });
  }
  const state = `\`${path.at(-1)}\``;
  const where = at.length === 0 ? `inside ${state}` : `inside \`${at.at(-1)}\` of ${state}`;
  return problem('PLAN1012', place, { names, where }, { help: `indent ${them} as far as ${state}` });
}

/** States that are written where a plan has its resources, whose types are such as `AWS::IAM::Role`. */
export function amongResources({ kind, value }: Subject): readonly Stray[] {
  const at = ['Resources'];
  const resources = kind === 'plan' ? valueAt(value, at) : undefined;
  if (!isObject(resources)) return [];
  return Object.keys(resources).flatMap((name) => (looksLikeState(resources[name]) ? [{ at, name }] : []));
}

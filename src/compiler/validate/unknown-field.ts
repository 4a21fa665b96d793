import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import type { JsonObject } from '../../source/document.js';
import { stateTypes } from '../../states/index.js';
import type { Subject } from './index.js';
import { ownerOf, planccType } from './owner.js';
import { refused } from './refused.js';
import { either } from './words.js';

const properties = (type: string): readonly string[] =>
  Object.keys(stateTypes.find((known) => known.type === type)?.schema.properties ?? {});

/**
 * Whether the unknown field `name` at `at` is a setting that was written beside `Properties`, and so explains why
 * `names` are missing at `missingAt`.
 */
export function belongsUnderProperties(
  subject: Subject,
  state: JsonObject,
  at: Path,
  name: string,
  missingAt: string,
  names: readonly string[],
): boolean {
  const type = planccType(subject);
  if (type === undefined || at.length > 0 || !properties(type).includes(name)) return false;
  return missingAt === ''
    ? state.Properties === undefined && names.includes('Properties')
    : names.includes(name);
}

/** A field that is not there to be set; `meant` is the missing one that it nearly is. */
export function unknownField(
  subject: Subject,
  at: Path,
  name: string,
  allowed: readonly string[],
  meant: string | undefined,
): Problem {
  const place = { file: subject.document.file, path: [...subject.path, ...at, name], on: 'key' } as const;
  const type = planccType(subject);
  if (type !== undefined && at.length === 0 && meant === undefined) {
    if (properties(type).includes(name)) {
      return problem('PLAN1008', place, { name, where: 'under' }, { help: `move it under \`Properties\`` });
    }
    const instead = refused[name];
    if (instead !== undefined) return problem('PLAN1007', place, { name, type }, { help: instead });
  }
  if (type !== undefined && at.length === 1 && at[0] === 'Properties' && meant === undefined) {
    if (fields[type]!.includes(name)) {
      return problem('PLAN1008', place, { name, where: 'beside' }, { help: `move it out of \`Properties\`` });
    }
  }
  const owner = ownerOf(subject, at);
  const help =
    meant === undefined
      ? (elsewhere(subject, at, name, allowed) ?? didYouMean(name, allowed, 'fields'))
      : `did you mean \`${meant}\`?`;
  return problem('PLAN1003', place, { owner, name }, { help });
}

/** Where a field of this name does exist, if that is what the author must have had in mind. */
function elsewhere({ kind }: Subject, at: Path, name: string, allowed: readonly string[]) {
  if (at.length > 0 || nearest(name, allowed) !== undefined) return undefined;
  if (name === 'Properties' && kind === 'state') {
    return "write its fields beside `Type`: only plancc's own, lower-case types have `Properties`";
  }
  if (name === 'QueryLanguage') return 'set it on the plan or on single states';
  if (kind !== 'state') return undefined;
  const having = Object.keys(fields).filter((type) => fields[type]!.includes(name));
  return having.length === 0
    ? undefined
    : `only ${either(having.map((type) => `\`${type}\``))} states have it`;
}

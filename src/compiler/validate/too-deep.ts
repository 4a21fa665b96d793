import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isObject, valueAt } from '../../language/json.js';
import { planccType, type Subject } from './subject.js';
import { itOrThem } from './words.js';

/** Properties that a state lacks, but which stand one level too deep: inside another property of it. */
export interface TooDeep {
  readonly names: readonly string[];
  readonly inside: string;
}

/** Where `missing` properties of a state of plancc's are instead. */
export function tooDeep(subject: Subject, missing: readonly string[]): readonly TooDeep[] {
  const properties = valueAt(subject.value, ['Properties']);
  if (planccType(subject) === undefined || !isObject(properties)) return [];
  return subject.document.keys(properties).flatMap((inside) => {
    const value = properties[inside];
    const names = isObject(value) ? missing.filter((name) => value[name] !== undefined) : [];
    return names.length === 0 ? [] : [{ names, inside }];
  });
}

export const placesOf = ({ names, inside }: TooDeep): readonly Path[] =>
  names.map((name) => ['Properties', inside, name]);

export function tooDeepFields({ document, path }: Subject, deep: TooDeep): Problem {
  const { names, inside } = deep;
  const place = { file: document.file, path: [...path, ...placesOf(deep)[0]!], on: 'key' } as const;
  const help = `indent ${itOrThem(names)} as far as \`${inside}\``;
  return problem('PLAN1008', place, { names, where: 'directly under `Properties`' }, { help });
}

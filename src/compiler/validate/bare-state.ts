import { type Problem, problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Subject } from './subject.js';
import type { UnknownField } from './unknown-field.js';

/** The fields of a state that stands where a branch or the body of a Map belongs; none when it is something else. */
export function bareFields(
  { kind, value }: Subject,
  unknown: readonly UnknownField[],
): readonly UnknownField[] {
  const isScope = kind === 'branch' || kind === 'body';
  const isState = isScope && isObject(value) && value.States === undefined && typeof value.Type === 'string';
  return isState ? unknown.filter(({ at }) => at.length === 0) : [];
}

/** One problem for all of them. */
export function bareState({ document, path }: Subject, bare: readonly UnknownField[]): readonly Problem[] {
  const first = bare[0];
  if (first === undefined) return [];
  const names = bare.map(({ name }) => name);
  const place = { file: document.file, path: [...path, first.name], on: 'key' } as const;
  const help = `write \`States:\` and the name of the state above ${names.length === 1 ? 'it' : 'them'}`;
  return [problem('PLAN1008', place, { names, where: 'inside a state' }, { help })];
}

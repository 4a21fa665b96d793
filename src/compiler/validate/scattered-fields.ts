import { type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { isObject, objectOr } from '../../language/json.js';
import type { JsonObject } from '../../source/document.js';
import { outside } from './outside.js';
import { looksLikeState } from './stray-states.js';
import type { Subject } from './subject.js';

const fieldsOfStates = new Set(Object.values(fields).flat());

/** Fields of a state that are indented like its name, or have no name above them. */
export interface Scattered {
  readonly names: readonly string[];
  /** The state they must have been meant for, which is empty. */
  readonly owner: string | undefined;
}

/** A state may be called `Type`, but none is a text. */
export function scatteredIn({ document }: Subject, states: JsonObject): Scattered | undefined {
  if (typeof states.Type !== 'string') return undefined;
  const keys = document.keys(states);
  const names = keys.filter((key) => fieldsOfStates.has(key) && !looksLikeState(states[key]));
  const owner = keys.slice(0, keys.indexOf(names[0]!)).findLast((key) => states[key] === null);
  return { names, owner };
}

/** One problem for all of them. */
export function scatteredFields(subject: Subject): readonly Problem[] {
  const states = objectOr(subject.value).States;
  const scattered = subject.kind !== 'state' && isObject(states) ? scatteredIn(subject, states) : undefined;
  if (scattered === undefined) return [];
  const { names, owner } = scattered;
  if (owner !== undefined) return [outside(subject, ['States'], names, owner)];
  const path = [...subject.path, 'States', names[0]!];
  const place = { file: subject.document.file, path, on: 'key' } as const;
  const help = 'write the name of the state above them, and indent them more than it';
  return [problem('PLAN1008', place, { names, where: 'inside a state' }, { help })];
}

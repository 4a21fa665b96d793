import { type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { isObject } from '../../language/json.js';
import type { JsonObject } from '../../source/document.js';
import { isEmpty } from './empty-owner.js';
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
export function scatteredFields(subject: Subject, value: JsonObject): readonly Problem[] {
  const states = value.States;
  const scattered = subject.kind !== 'state' && isObject(states) ? scatteredIn(subject, states) : undefined;
  if (scattered === undefined) return [];
  const { names, owner } = scattered;
  const place = {
    file: subject.document.file,
    path: [...subject.path, 'States', names[0]!],
    on: 'key',
  } as const;
  const where = owner === undefined ? 'inside a state' : `inside \`${owner}\``;
  const help =
    owner === undefined
      ? 'write the name of the state above them, and indent them more than it'
      : `indent them more than \`${owner}\``;
  const related = owner === undefined ? [] : [isEmpty(place.file, [...subject.path, 'States', owner])];
  return [problem('PLAN1008', place, { names, where }, { help, related })];
}

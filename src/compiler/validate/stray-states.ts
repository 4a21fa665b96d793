import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { fields } from '../../generated/validators.js';
import { isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { inOtherLetters } from './spelling.js';
import type { Subject } from './subject.js';

const types = Object.keys(fields);

/** Whether a value is written like a state: an object with the `Type` of one. */
export const looksLikeState = (value: Json | undefined): boolean =>
  isObject(value) && typeof value.Type === 'string' && inOtherLetters(value.Type, types) !== undefined;

/** States that stand where no states can: beside `States`, inside another state, among the resources. */
export function strayStates({ document, kind, path }: Subject, at: Path, names: readonly string[]): Problem {
  const place = { file: document.file, path: [...path, ...at, names[0]!], on: 'key' } as const;
  const them = names.length === 1 ? 'it' : 'them';
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
export const amongResources = ({ kind }: Subject, value: JsonObject): readonly string[] => {
  const resources = kind === 'plan' ? value.Resources : undefined;
  return isObject(resources) ? Object.keys(resources).filter((name) => looksLikeState(resources[name])) : [];
};

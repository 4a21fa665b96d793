import { type Mistake, mistakesOf } from '../../asl/path/arguments.js';
import { functionNames } from '../../asl/path/functions.js';
import type { Call, Span } from '../../asl/path/syntax.js';
import { type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { listed, nearest } from '../../diagnostics/suggest.js';

/** The place of some characters of a value. */
export type At = (span: Span) => Place;

/** Calls of functions that Step Functions does not have, or that fail with what they are given. */
export const checkCall = (call: Call, at: At): readonly Problem[] =>
  mistakesOf(call).map((mistake) => ofMistake(mistake, at(mistake.span)));

function ofMistake(mistake: Mistake, place: Place): Problem {
  const name = mistake.function;
  switch (mistake.kind) {
    case 'unknown':
      return problem('PLAN2025', place, { name }, { help: unknownHelp(name) });
    case 'count':
      return problem('PLAN2026', place, { name, takes: mistake.takes, found: mistake.found });
    case 'argument': {
      const { takes, found, help } = mistake;
      return problem('PLAN2027', place, { name, takes, found }, { help });
    }
  }
}

const shortNames = functionNames.map((name) => name.slice('States.'.length));

function unknownHelp(name: string): string {
  if (name === 'States.Concat') return "write `States.Format('{}{}', …)`";
  const near = nearest(name.slice('States.'.length), shortNames);
  if (near !== undefined) return `did you mean \`States.${near}\`?`;
  return `functions of \`States\`: ${listed(shortNames, shortNames.length)}`;
}

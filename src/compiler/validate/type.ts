import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Subject } from './subject.js';
import { found } from './words.js';

const types = Object.keys(fields);

/** A state without `Type`, or with a key that was meant to be it. */
export function missingType({ document, path }: Subject, state: JsonObject): Problem {
  const { file } = document;
  const meant = nearest('Type', Object.keys(state));
  if (meant !== undefined) {
    const place = { file, path: [...path, meant], on: 'key' } as const;
    return problem('PLAN1003', place, { owner: 'a state', name: meant }, { help: 'did you mean `Type`?' });
  }
  const owner = `\`${path.at(-1)}\``;
  const help = `add \`Type\`, one of ${types.join(', ')}`;
  return problem('PLAN1002', { file, path, on: 'key' }, { owner, names: ['Type'] }, { help });
}

export function unknownType({ document, path }: Subject, type: Json): Problem {
  const place = { file: document.file, path: [...path, 'Type'] };
  if (typeof type !== 'string') {
    const values = { name: 'Type', expected: 'the name of a state type', found: found(type) };
    return problem('PLAN1005', place, values, { help: `state types: ${types.join(', ')}` });
  }
  return problem(
    'PLAN1004',
    place,
    { type },
    { help: otherCase(type) ?? didYouMean(type, types, 'state types') },
  );
}

function otherCase(type: string): string | undefined {
  const same = types.filter((known) => known.toLowerCase() === type.toLowerCase());
  if (same.length === 0) return undefined;
  return `did you mean ${same.map((known) => `\`${known}\``).join(' or ')}? types of plancc are lower-case, those of Amazon capitalised`;
}

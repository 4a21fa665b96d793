import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { certain, listed, nearest } from '../../diagnostics/suggest.js';
import { fields } from '../../generated/validators.js';
import type { Json, JsonObject } from '../../source/document.js';
import { objectHelp } from './collection-help.js';
import { meaningOf, typeWords } from './habits.js';
import { inOtherLetters, keyOf } from './spelling.js';
import type { Subject } from './subject.js';
import { found, label } from './words.js';

const types = Object.keys(fields);

/** A state without `Type`, or with a key that was meant to be it. */
export function missingType({ document, path }: Subject, state: JsonObject): Problem {
  const { file } = document;
  const meant = nearest('Type', Object.keys(state));
  if (meant !== undefined) {
    const place = { file, path: [...path, meant], on: 'key' } as const;
    const extra = { help: 'did you mean `Type`?', meant: 'Type' };
    return problem('PLAN1003', place, { owner: 'a state', names: [meant] }, extra);
  }
  const owner = `\`${path.at(-1)}\``;
  const help = `add \`Type\`, one of ${listed(types, types.length)}`;
  return problem('PLAN1002', { file, path, on: 'key' }, { owner, names: ['Type'] }, { help });
}

export function unknownType({ document, path, value }: Subject, type: Json): Problem {
  const place = { file: document.file, path: [...path, keyOf(value as JsonObject, 'Type')!] };
  if (typeof type !== 'string') {
    const values = { name: 'Type', expected: 'the name of a state type', found: found(type) };
    return problem('PLAN1005', place, values, { help: `state types: ${listed(types, types.length)}` });
  }
  const same = types.filter((known) => known.toLowerCase() === type.toLowerCase());
  const meant = same.length > 1 ? undefined : (same[0] ?? certain(type, types));
  return problem('PLAN1004', place, { type }, { help: meantBy(type), meant });
}

function meantBy(type: string): string {
  const same = types.filter((known) => known.toLowerCase() === type.toLowerCase());
  if (same.length > 0) {
    return `did you mean ${same.map((known) => `\`${known}\``).join(' or ')}? types of plancc are lower-case, those of Amazon capitalised`;
  }
  const habit = meaningOf(typeWords, type);
  if (habit?.includes(' ')) return habit;
  if (type.includes('::') && type !== 'AWS::CloudFormation::Stack') {
    return 'write a resource under the top-level `Resources`, or deploy a template that has it with a `cfn` state';
  }
  const meant = habit ?? (type.includes('::') ? 'cfn' : nearest(type, types));
  return `${meant === undefined ? '' : `did you mean \`${meant}\`? `}state types: ${listed(types, types.length)}`;
}

/** What to do about a state that is no object: it is empty, or its type alone. */
export function stateHelp(path: Path, value: Json): string {
  const below = 'write its fields on the lines below, indented more than its name';
  if (value === null) return below;
  const type = typeof value === 'string' ? inOtherLetters(value, types) : undefined;
  if (type === undefined) return objectHelp(path, value) ?? below;
  return `write \`${label(path)}: { Type: ${type} }\``;
}

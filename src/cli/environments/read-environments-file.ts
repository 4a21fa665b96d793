import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { validateBeside } from '../../compiler/validate/beside.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { isSystemError, systemReason } from '../../distribution/system-reason.js';
import { objectOr } from '../../language/json.js';
import { decode } from '../../source/decode.js';
import type { Document } from '../../source/document.js';
import { readDocument } from '../../source/read.js';
import { environmentsFile, misnamedFile, type Registered } from './environments-file.js';

interface EnvironmentsFile {
  /** By name, in the order of the file; none when something is wrong with it. */
  readonly environments: ReadonlyMap<string, Registered>;
  readonly problems: readonly Problem[];
  readonly document?: Document;
}

/** Reads `environments.yaml`, which messages call `file`. Mistakes are in `problems`, never thrown. */
export function readEnvironmentsFile(path: string, file: string): EnvironmentsFile {
  const text = textOf(path, file);
  if (typeof text !== 'string') return { environments: new Map(), problems: text };
  const document = readDocument(file, text);
  const problems = [
    // There need not be any yet.
    ...document.problems.filter(({ code }) => code !== 'PLAN0004'),
    ...validateBeside(document, 'environments'),
  ];
  if (problems.length > 0) return { environments: new Map(), problems, document };
  const all = objectOr(document.value);
  const environments = new Map(document.keys(all).map((name) => [name, all[name] as unknown as Registered]));
  return { environments, problems, document };
}

function textOf(path: string, file: string): string | readonly Problem[] {
  if (basename(path) === misnamedFile) {
    const reason = `its name is not \`${environmentsFile}\``;
    const help = `name it \`${environmentsFile}\`; where it is of another tool, put an empty \`${environmentsFile}\` beside it`;
    return [problem('PLAN7050', { file }, { file, reason }, { help })];
  }
  try {
    const read = decode(file, readFileSync(path));
    return 'text' in read ? read.text : read.problems;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const help = 'let it be a file that the user who runs plancc can read';
    return [problem('PLAN7050', { file }, { file, reason: systemReason(error) }, { help })];
  }
}

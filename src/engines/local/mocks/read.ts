import { explain } from '../../../compiler/validate/explain.js';
import { found } from '../../../compiler/validate/words.js';
import { type Problem, problem } from '../../../diagnostics/problem.js';
import { scopes } from '../../../generated/validators.js';
import { isObject } from '../../../language/json.js';
import type { Document } from '../../../source/document.js';
import { readDocument } from '../../../source/read.js';
import { checkReferences } from './environment.js';
import { type Mocks, mocksFile } from './mocks.js';

export interface ReadMocks {
  /** What is right of them; empty when nothing is. `${{ Environment }}` stands as it is written. */
  readonly mocks: Mocks;
  readonly problems: readonly Problem[];
  readonly document: Document;
}

/** Reads `mocks.yaml`. Mistakes are in `problems`, never thrown. */
export function readMocks(text: string, file: string = mocksFile): ReadMocks {
  const document = readDocument(file, text);
  const { value } = document;
  const refused = value === undefined ? [] : validateMocks(document);
  // Mocks may say nothing.
  const problems = [...document.problems.filter(({ code }) => code !== 'PLAN0004'), ...refused];
  if (value === undefined || refused.length > 0) return { mocks: {}, problems, document };
  return { mocks: value as Mocks, problems: [...problems, ...checkReferences(document)], document };
}

function validateMocks(document: Document): readonly Problem[] {
  const { value = null, file } = document;
  if (!isObject(value)) {
    const help = 'write `States:` and under it the names of states with what they `Return` or `Throw`';
    return [problem('PLAN7063', { file }, { found: found(value) }, { help })];
  }
  const subject = { document, kind: 'mocks', path: [], value } as const;
  return scopes.mocks(value) ? [] : explain(subject, scopes.mocks.errors!);
}

import { validateBeside } from '../../../compiler/validate/beside.js';
import type { Problem } from '../../../diagnostics/problem.js';
import type { Document } from '../../../source/document.js';
import { readDocument } from '../../../source/read.js';
import { checkReferences } from './environment.js';
import { type Mocks, mocksFile } from './mocks.js';

export interface ReadMocks {
  /** Empty when something is wrong with them. `${{ Environment }}` stands as it is written. */
  readonly mocks: Mocks;
  readonly problems: readonly Problem[];
  readonly document: Document;
}

/** Reads `mocks.yaml`. Mistakes are in `problems`, never thrown. */
export function readMocks(text: string, file: string = mocksFile): ReadMocks {
  const document = readDocument(file, text);
  const problems = [
    // Mocks may say nothing.
    ...document.problems.filter(({ code }) => code !== 'PLAN0004'),
    ...validateBeside(document, 'mocks'),
    ...checkReferences(document),
  ];
  const isRight = problems.length === 0 && document.value !== undefined;
  return { mocks: isRight ? (document.value as Mocks) : {}, problems, document };
}

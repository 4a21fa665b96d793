import { validateBeside } from '../../compiler/validate/beside.js';
import type { Problem } from '../../diagnostics/problem.js';
import { checkReferences, inEnvironment } from '../../engines/local/mocks/environment.js';
import type { Mocks } from '../../engines/local/mocks/mocks.js';
import { objectOr } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Document } from '../../source/document.js';
import { readDocument } from '../../source/read.js';
import { checkNames } from './names.js';
import type { Case } from './simulations.js';

export interface ReadSimulations {
  /** By name, in the order of the file; none when something is wrong with it. */
  readonly cases: ReadonlyMap<string, Case>;
  /** For all cases. */
  readonly mocks: Mocks;
  readonly problems: readonly Problem[];
  readonly document: Document;
}

/** Reads the simulations of a plan. Mistakes are in `problems`, never thrown. */
export function readSimulations(text: string, file: string, plan: Plan): ReadSimulations {
  const document = readDocument(file, text);
  const refused = [...document.problems, ...validateBeside(document, 'simulations')];
  const problems =
    refused.length > 0 ? refused : [...checkReferences(document), ...checkNames(document, plan)];
  if (problems.length > 0) return { cases: new Map(), mocks: {}, problems, document };
  const { Cases, Mocks: mocks } = objectOr(document.value);
  const all = objectOr(Cases);
  const cases = new Map(document.keys(all).map((name) => [name, inItsEnvironment(all[name] as Case)]));
  return { cases, mocks: objectOr(mocks) as Mocks, problems, document };
}

const inItsEnvironment = (one: Case): Case => inEnvironment(one, one.Environment ?? 'dev');

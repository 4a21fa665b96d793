import { relative, resolve } from 'node:path';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { mocksBeside, troubleIn } from '../../engines/local/mocks/beside.js';
import { type Mocks, overlaid } from '../../engines/local/mocks/mocks.js';
import type { Plan } from '../../language/plan.js';
import type { Document } from '../../source/document.js';
import type { PlanFile } from '../plan-file.js';
import type { Terminal } from '../terminal.js';
import { readText } from '../why/read-text.js';
import { readSimulations } from './read.js';
import { type Case, simulationsFile } from './simulations.js';

/** What is beside a plan for its simulations. */
export interface Given {
  readonly mocks: Mocks;
  /** Undefined where there is no file of them. */
  readonly cases: ReadonlyMap<string, Case> | undefined;
  /** Their file, from the project's root. */
  readonly casesFile: string | undefined;
  readonly problems: readonly Problem[];
  readonly documents: ReadonlyMap<string, Document>;
}

/** Reads the mocks beside a plan, and the cases of a file, named from the current folder; else those beside the plan. */
export function readGiven(
  plan: Plan,
  { root }: PlanFile,
  named: string | undefined,
  terminal: Terminal,
): Given {
  const { document, project } = plan;
  const mocks = mocksBeside(plan);
  const common = {
    documents: new Map([
      [document.file, document],
      [mocks.document.file, mocks.document],
    ]),
    problems: [...mocks.problems, ...(named === undefined ? troubleIn(project, simulationsFile) : [])],
  };
  const file = named === undefined ? simulationsFile : relative(root, resolve(terminal.folder, named));
  const text = named === undefined ? project.read(file) : readText(resolve(terminal.folder, named), terminal);
  if (text === undefined) return { ...common, mocks: mocks.mocks, cases: undefined, casesFile: undefined };
  if (typeof text !== 'string') {
    const unreadable = problem('PLAN7065', { file }, text);
    return { ...common, mocks: {}, cases: new Map(), casesFile: file, problems: [unreadable] };
  }
  const read = readSimulations(text, file, plan);
  return {
    mocks: overlaid(mocks.mocks, read.mocks),
    cases: read.cases,
    casesFile: file,
    problems: [...common.problems, ...read.problems],
    documents: new Map([...common.documents, [file, read.document]]),
  };
}

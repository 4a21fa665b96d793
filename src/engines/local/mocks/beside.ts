import type { Problem } from '../../../diagnostics/problem.js';
import type { Plan } from '../../../language/plan.js';
import type { Project } from '../../../source/project.js';
import { checkMocks, mockableOf } from './check.js';
import { mocksFile } from './mocks.js';
import { type ReadMocks, readMocks } from './read.js';

/** The mocks beside a plan, held against it; without such a file there are none. */
export function mocksBeside(plan: Plan): ReadMocks {
  const read = readMocks(plan.project.read(mocksFile) ?? '');
  const unknown = checkMocks(read.document, mockableOf(plan));
  return { ...read, problems: [...troubleIn(plan.project, mocksFile), ...read.problems, ...unknown] };
}

/** Why a file that is there cannot be read. */
export function troubleIn(project: Project, file: string): readonly Problem[] {
  const trouble = project.trouble(file);
  return trouble === undefined ? [] : [trouble];
}

import type { Plan } from '../../../language/plan.js';
import { checkMocks, mockableOf } from './check.js';
import { mocksFile } from './mocks.js';
import { type ReadMocks, readMocks } from './read.js';

/** The mocks beside a plan, held against it; without such a file there are none. */
export function mocksBeside(plan: Plan): ReadMocks {
  const read = readMocks(plan.project.read(mocksFile) ?? '');
  return { ...read, problems: [...read.problems, ...checkMocks(read.document, mockableOf(plan))] };
}

import { type Problem, problem } from '../../../diagnostics/problem.js';

/** A file that is meant to be part of a project, but is not whole: the first thing that is wrong with it. */
export function unreadable(file: string, problems: readonly Problem[]): Problem {
  const first = problems.find(({ severity }) => severity === 'error')!;
  const help = 'mend it, or start from a template: `plancc init --template minimal`';
  return problem('PLAN6083', first.place, { file, reason: first.message }, { help });
}

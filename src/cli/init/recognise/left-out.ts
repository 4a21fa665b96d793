import { type Place, type Problem, problem } from '../../../diagnostics/problem.js';

const left = (place: Place, reason: string, help: string): Problem =>
  problem('PLAN6083', place, { file: place.file, reason }, { help });

/** A file that is meant to be part of a project, but is not whole: the first thing that is wrong with it. */
export function unreadable(problems: readonly Problem[]): Problem {
  const first = problems.find(({ severity }) => severity === 'error')!;
  const help = 'mend it and add a state for it, or remove the plan and run `plancc init` again';
  return left(first.place, first.message, help);
}

export const withoutApp = (file: string): Problem =>
  left({ file }, 'it names no `app`', 'name the command that starts the CDK app as `app`');

export const withPlan = (folder: string, plan: string): Problem =>
  left(
    { file: folder },
    `it has a plan of its own, \`${plan}\``,
    'build that plan by itself; `Dependencies` of a plan give it the outputs of others',
  );

import type { Code, MessageArguments } from '../../diagnostics/codes/index.js';
import { type Extra, type Path, type Problem, problem } from '../../diagnostics/problem.js';

/** A problem in some characters of a string, whose place in the document is known to the caller. */
export interface Finding {
  readonly span: readonly [number, number];
  readonly report: (file: string, path: Path) => Problem;
}

export function finding<C extends Code>(
  code: C,
  span: readonly [number, number],
  values: MessageArguments<C>,
  extra: Extra = {},
): Finding {
  return { span, report: (file, path) => problem(code, { file, path, span }, values, extra) };
}

export const isFinding = (value: object): value is Finding => 'report' in value;

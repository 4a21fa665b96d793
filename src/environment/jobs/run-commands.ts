import { writeFileSync } from 'node:fs';
import { type Running, runProgram } from './run-program.js';

/**
 * Runs lines for a shell in one shell, one after the other, until one of them fails. `script` is the file that they are
 * written to, since a command line may not be as long.
 */
export function runCommands(
  lines: readonly string[],
  script: string,
  ...rest: Parameters<typeof runProgram> extends [unknown, ...infer Rest] ? Rest : never
): Running {
  writeFileSync(script, lines.map((line) => `${line}\n${unlessFailed}`).join(''));
  return runProgram(['sh', '-e', script], ...rest);
}

/** `set -e` does not see `false && true`: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set */
const unlessFailed = 'case $? in 0) ;; *) exit ;; esac\n';

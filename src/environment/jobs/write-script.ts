import { writeFileSync } from 'node:fs';

/**
 * Writes lines for a shell to a file, since a command line may not be as long; gives the program that runs them in one
 * shell, one after the other, until one of them fails.
 */
export function writeScript(lines: readonly string[], file: string): readonly string[] {
  writeFileSync(file, lines.map((line) => `${line}\n${unlessFailed}`).join(''));
  return ['sh', '-e', file];
}

/** `set -e` does not see `false && true`: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#set */
const unlessFailed = 'case $? in 0) ;; *) exit ;; esac\n';

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What a shell completes for lines that end where the cursor is: one list for each, in no order. */
export type Complete = (
  lines: readonly string[],
  script: string,
  cwd: string,
) => readonly (readonly string[])[];

const run = (cwd: string, input: string, command: string, ...words: readonly string[]): string => {
  const { stdout, stderr, status } = spawnSync(command, words, {
    cwd,
    input,
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (status !== 0 || stderr !== '') throw new Error(`${command}: ${status} ${stderr}`);
  return stdout;
};

const found = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      // A folder with or without its slash, an option's value with or without the option.
      .map((line) =>
        line
          .replace(/\t.*/, '')
          .replace(/\/$/, '')
          .replace(/^--[\w-]+=/, ''),
      )
      .filter((line) => line !== ''),
  ),
];

/** As readline splits a line: at spaces, and `=` is a word of its own. */
const readlineWords = (line: string): readonly string[] =>
  line
    .split(' ')
    .flatMap((word) =>
      word.split(/(=)/).filter((part, index, all) => part !== '' || index === all.length - 1),
    );

const bash: Complete = (lines, script, cwd) =>
  lines.map((line) => {
    const words = readlineWords(line);
    const ask = `source "$1"; shift; COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _plancc; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return found(run(cwd, '', 'bash', '--norc', '--noprofile', '-c', ask, 'bash', script, ...words));
  });

const zsh: Complete = (lines, script, cwd) =>
  run(cwd, `${lines.join('\n')}\n`, 'zsh', '-f', join(import.meta.dirname, 'complete.zsh'), script)
    .split('--\n')
    .slice(0, -1)
    .map(found);

const fish: Complete = (lines, script, cwd) =>
  lines.map((line) =>
    found(run(cwd, '', 'fish', '--no-config', '-c', `source ${script}; complete -C '${line}'`)),
  );

export const shells: { readonly [shell: string]: Complete } = { bash, zsh, fish };

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin } from '../cli/plancc.js';

/** Marks where the output of a command ends; no output has it. */
const mark = '\u0001';

/**
 * Runs the commands of a `console` block in a folder (lines after `$ `, gone on with after `> `) and gives the block with
 * what they really print, standard error among standard output, without empty lines around it.
 */
export function ran(text: string, folder: string): string {
  const commands = [...text.matchAll(/^\$ (.*(?:\n> .*)*)/gm)].map(([, command]) =>
    command!.replace(/\n> /g, '\n'),
  );
  const script = commands.map((command) => `${command}\nprintf '${mark}'\n`).join('');
  const output = execFileSync(
    'bash',
    ['-c', `exec 2>&1\nplancc() { '${process.execPath}' '${bin}' "$@"; }\n${script}`],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder, FORCE_COLOR: '', GIT_CONFIG_GLOBAL: '/dev/null', CI: '' },
    },
  );
  const outputs = output.split(mark);
  return commands
    .map((command, index) => {
      const printed = outputs[index]!.replaceAll(folder, '…').replace(/^\n+|\n+$/g, '');
      return `$ ${command.replaceAll('\n', '\n> ')}\n${printed === '' ? '' : `${printed}\n`}`;
    })
    .join('');
}

/** Writes a file that a document shows. */
export function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

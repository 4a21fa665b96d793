import { execFile } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { promisify } from 'node:util';
import { ourPlancc } from '../cli/plancc.js';
import { newFolder } from '../folder.js';

const run = promisify(execFile);

/** Marks where the output of a command ends; no output has it. */
const mark = '\u0001';

/** Root may read and write everything: sessions run as nobody, and so say the same as those of users. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** All sessions share what `bin/plancc.cjs` keeps of compiled code: without it a command takes twice as long. */
const cache = newFolder();
chmodSync(cache, 0o777);

/**
 * Runs the commands of a `console` block in a folder (lines after `$ `, gone on with after `> `) and gives the block with
 * what they really print, standard error among standard output, without empty lines around it. The folder and ids of
 * distributions, which depend on the version of plancc, become `…`.
 */
export const ran = async (text: string, folder: string): Promise<string> =>
  (await session(text, folder, folder)).text;

/** The same for one of several blocks that go on in the folder where the one before has ended. */
export async function session(
  text: string,
  folder: string,
  start: string,
): Promise<{ readonly text: string; readonly end: string }> {
  const commands = [...text.matchAll(/^\$ (.*(?:\n> .*)*)/gm)].map(([, command]) =>
    command!.replace(/\n> /g, '\n'),
  );
  const script = [...commands, 'pwd'].map((command) => `${command}\nprintf '${mark}'\n`).join('');
  if (isRoot) await run('chown', ['-R', `${nobody}:${nobody}`, folder]);
  const { stdout } = await run('bash', ['-c', `exec 2>&1\n${ourPlancc}\n${script}`], {
    ...(isRoot && { uid: nobody, gid: nobody }),
    cwd: start,
    env: {
      ...process.env,
      ...{ HOME: folder, XDG_CACHE_HOME: cache },
      ...{ FORCE_COLOR: '', GIT_CONFIG_GLOBAL: '/dev/null', CI: '' },
    },
  });
  const outputs = stdout.split(mark);
  const performed = commands
    .map((command, index) => {
      const printed = outputs[index]!.replaceAll(folder, '…')
        .replace(/\b[0-9a-f]{64}\b/g, '…')
        .replace(/^\n+|\n+$/g, '');
      return `$ ${command.replaceAll('\n', '\n> ')}\n${printed === '' ? '' : `${printed}\n`}`;
    })
    .join('');
  return { text: performed, end: outputs[commands.length]!.trim() };
}

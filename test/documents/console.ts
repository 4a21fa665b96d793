import { execFile } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { ourPlancc } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { matches } from '../matches.js';

const run = promisify(execFile);

/** Marks where the output of a command ends; no output has it. */
const mark = '\u0001';

/** Root may read and write everything: sessions run as nobody, and so say the same as those of users. */
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

const user = isRoot ? 'nobody' : userInfo().username;

/** What is another each time, as it might be. */
const asItMightBe: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b/g, '…'],
  [/\b\d{8}-\d{6}-[0-9a-f]{6}\b/g, '20261123-105359-3e7b2c'],
  [/\b\d{4}-\d\d-\d\d \d\d:\d\d\b/g, '2026-11-23 10:53'],
  [/^\d\d:\d\d:\d\d {2}/gm, '10:53:59  '],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-11-23T10:53:59.123Z'],
  [/(?<= (?:in|after)|succeeded,|failed,|stopped,) \d+(\.\d)? s\b(?!, \d+ state)/g, ' 1.2 s'],
  [/(: succeeded)$/gm, '$1 in 1.2 s'],
  [/(: failed with \w+)$/gm, '$1 after 1.2 s'],
  // What CloudFormation puts behind names that it gives.
  [/-(?=\d*[A-Z])[0-9A-Z]{12,13}\b/g, '-1A2B3C4D5E6F'],
  [
    new RegExp(`(?<=by |"by": ")${user}\\b|(?<= {2})${user}(?= {2}|$)|\\b${user}(?= requested)`, 'gm'),
    'anna',
  ],
];

/**
 * Who reads a document takes time: deployments that go on by themselves have come to their end, or to an approval, before
 * the next command.
 */
const readersPause = `
while plancc status --json | tr -d ' \\n' | grep -Eq '"status":"(requested|running)"[^}]*"waits":0'; do sleep 0.2; done`;

/** All sessions share what `bin/plancc.cjs` keeps of compiled code: without it a command takes twice as long. */
const cache = newFolder();
chmodSync(cache, 0o777);

/**
 * Runs the commands of a `console` block in a folder (lines after `$ `, gone on with after `> `) and gives the block with
 * what they really print, standard error among standard output, without empty lines around it. What is
 * another each time, such as times and ids, becomes something that it might be.
 */
export const ran = async (text: string, folder: string): Promise<string> =>
  (await session(text, folder, folder)).text;

/**
 * The same for one of several blocks that go on in the folder where the one before has ended, with variables of the
 * environment that no reader sees.
 */
export async function session(
  text: string,
  folder: string,
  start: string,
  variables: { readonly [name: string]: string } = {},
): Promise<{ readonly text: string; readonly end: string }> {
  const commands = [...text.matchAll(/^\$ (.*(?:\n> .*)*)/gm)].map(([, command]) =>
    command!.replace(/\n> /g, '\n'),
  );
  const script = [...commands, 'pwd']
    .map((command) => `${command}\nprintf '${mark}'${command.includes('--no-follow') ? readersPause : ''}\n`)
    .join('');
  if (isRoot) await run('chown', ['-R', `${nobody}:${nobody}`, folder]);
  const { stdout } = await run('bash', ['-c', `exec 2>&1\n${ourPlancc}\n${script}`], {
    ...(isRoot && { uid: nobody, gid: nobody }),
    cwd: start,
    env: {
      ...withoutAws(process.env),
      ...{ HOME: folder, XDG_CACHE_HOME: cache },
      ...{ FORCE_COLOR: '', GIT_CONFIG_GLOBAL: '/dev/null', CI: '' },
      ...variables,
    },
  });
  const outputs = stdout.split(mark);
  const performed = commands
    .map((command, index) => {
      const printed = asItMightBe
        .reduce((text, [what, shown]) => text.replace(what, shown), outputs[index]!.replaceAll(folder, '…'))
        .replace(/^\n+|\n+$/g, '');
      return `$ ${command.replaceAll('\n', '\n> ')}\n${printed === '' ? '' : `${printed}\n`}`;
    })
    .join('');
  return { text: performed, end: outputs[commands.length]!.trim() };
}

/** Credentials of whoever runs the tests are none of a reader's, and no machine gives any. */
const withoutAws = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('AWS_'))),
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** How wide a column of a table is depends on who deploys, and on how long that takes. */
const withoutColumns = (text: string): string => text.replace(/(?<=\S) {2,}/g, '  ');

/** Compares a performed document with the committed one, which `UPDATE=1` writes; columns may be of another width. */
export function matchesDocument(file: string, actual: string): void {
  const committed = readFileSync(file, 'utf8');
  matches(file, withoutColumns(actual) === withoutColumns(committed) ? committed : actual);
}

import { inColumns, type Row } from './columns.js';
import {
  type Command,
  type ExitCode,
  exitCodes,
  globalOptions,
  type Operand,
  type Options,
} from './command.js';
import { installed } from './installed.js';
import { bold, type Page, widthOf, wrapped } from './page.js';

/** Commands to begin with, whose first examples the general help shows. */
const firstCommands = ['init', 'validate', 'deploy', 'explain', 'help'];

const summary = 'Compiles deployment plans for AWS, packs them into distributions, deploys them';

/** What each exit code says where a command has nothing more exact to say. */
export const exitMeanings: Readonly<Record<ExitCode, string>> = {
  [exitCodes.ok]: 'All is well; there may be warnings',
  [exitCodes.problems]: 'There are problems in the plan, the project or the distribution',
  [exitCodes.usage]: 'The command line was not understood',
  [exitCodes.internal]: 'A fault of plancc or of the system, such as a full disk',
};

const environment: readonly Row[] = [
  ['NO_COLOR', 'Set to anything: write without colours'],
  ['FORCE_COLOR', 'Set to 1: write colours into files and pipes too'],
];

/** `plancc` alone: what there is, briefly. */
export const briefHelp = (commands: readonly Command[], page: Page): string =>
  written(page, [
    ...start(commands),
    [
      '',
      [],
      'Run `plancc --help` for options and exit codes, `plancc help <command>` for what a command does.',
    ],
  ]);

/** `plancc --help`. */
export const generalHelp = (commands: readonly Command[], page: Page): string =>
  written(page, [
    ...start(commands),
    ['Options', optionRows(globalOptions)],
    ['Exit codes', Object.entries(exitMeanings)],
    ['Environment', environment],
    ['', [], more('Run `plancc help <command>` for what a command does.')],
  ]);

/** `plancc <command> --help`. */
export const commandHelp = (command: Command, page: Page): string =>
  written(page, [
    ['', [], command.describe],
    ['Usage', [], `  ${usage(command)}`],
    ['Examples', exampleRows(command)],
    ['Arguments', command.operands.map(operandRow)],
    ['Options', optionRows({ ...command.options, ...globalOptions })],
    ['Exit codes', exitRows(command)],
    ['', [], more('Run `plancc explain` for what can stand in a plan, and what messages mean.')],
  ]);

type Section = readonly [heading: string, rows: readonly Row[], text?: string];

const start = (commands: readonly Command[]): readonly Section[] => [
  ['', [], summary],
  ['Usage', [], '  plancc <command> [options]'],
  [
    'Examples',
    firstCommands.flatMap((name) =>
      commands.filter((command) => command.name === name).flatMap(firstExample),
    ),
  ],
  ['Commands', commands.map(({ name, describe }) => [name, describe])],
];

const firstExample = (command: Command): readonly Row[] => exampleRows(command).slice(0, 1);

/** `plancc print <phase> [plan]`. */
export const synopsis = ({ name, operands }: Command): string =>
  ['plancc', name, ...operands.map(operandUsage)].join(' ');

/** `plancc print <phase> [plan] [options]`. */
export const usage = (command: Command): string =>
  synopsis(command) + (Object.keys(command.options).length > 0 ? ' [options]' : '');

const operandUsage = ({ name, required, many }: Operand): string =>
  required ? `<${name}>` : `[${name}${many ? '...' : ''}]`;

const exampleRows = ({ examples }: Command): readonly Row[] =>
  examples.map(([line, describe]) => [`plancc ${line}`, describe]);

/** What an argument is, with what is taken without it and what it can be. */
export const operandRow = ({ name, describe, choices, default: absent }: Operand): Row => [
  name,
  described(describe, choices, absent),
];

/** How an option is written, and what it does. */
export const optionRows = (options: Options): readonly Row[] =>
  Object.entries(options).map(([name, { alias, value, describe, choices, many }]) => [
    `${alias ? `-${alias}, ` : '    '}--${name}${value ? ` <${value}>` : ''}`,
    described(many ? `${describe}. Can be given several times` : describe, choices),
  ]);

const described = (describe: string, choices?: readonly string[], absent?: string): string =>
  [describe, choices && `One of: ${choices.join(', ')}`, absent && `Default: ${absent}`]
    .filter(Boolean)
    .join('. ');

/** The exit codes of a command. */
export const exitRows = ({ fails }: Command): readonly Row[] =>
  Object.entries({ ...exitMeanings, [exitCodes.problems]: fails ?? '' }).filter(
    ([, meaning]) => meaning !== '',
  );

const more = (first: string): string => `${first} Documentation: ${installed('docs/cli.md')}`;

/** Sections under headings; those without rows and text are left out. */
function written(page: Page, sections: readonly Section[]): string {
  const width = widthOf(page);
  const heading = (text: string) => (text === '' ? '' : `${bold(`${text}:`, page)}\n`);
  return sections
    .filter(([, rows, text]) => rows.length > 0 || text !== undefined)
    .map(([title, rows, text = '']) => {
      const lines = text === '' ? '' : `${wrapped(text, width).join('\n')}\n`;
      return heading(title) + inColumns(rows, width) + lines;
    })
    .join('\n');
}

import { join } from 'node:path';
import { suite } from 'uvu';
import { type Command, globalOptions } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands/index.js';
import { exitMeanings, operandRow, optionRows, usage } from '../../src/cli/help.js';
import { table } from '../../src/schema/table.js';
import { matches } from '../matches.js';

const page = suite('docs/cli.md');

type Rows = readonly (readonly [string, string])[];

const titled = (title: string, rows: Rows): string =>
  rows.length === 0
    ? ''
    : `\n${table(
        [title, 'what it is'],
        rows.map(([name, describe]) => [`\`${name.trim()}\``, escaped(describe)]),
      )}`;

/** `<name>` is a tag to Markdown. */
const escaped = (text: string): string => text.replaceAll('<', '\\<');

const section = (command: Command): string => {
  const { name, describe, examples, operands, options, fails } = command;
  const lines = examples.map(([line, what]) => `# ${what}\nplancc ${line}\n`);
  return [
    `\n## plancc ${name}\n\n${escaped(describe)}.\n\n    ${usage(command)}\n`,
    `\n\`\`\`sh\n${lines.join('')}\`\`\`\n`,
    titled('argument', operands.map(operandRow)),
    titled('option', optionRows(options)),
    fails === undefined ? '' : `\nExit code 1: ${escaped(fails)}.\n`,
  ].join('');
};

const list = table(
  ['command', 'what it does'],
  commands.map(({ name, describe }) => [`[\`${name}\`](#plancc-${name})`, escaped(describe)]),
);

const all = [
  `# The command line

What \`plancc help <command>\` shows in a terminal. It is written from the tables in \`src/cli/commands\` by
\`test/repository/command-line.test.ts\`.

    plancc <command> [options]

Results go to standard output, everything else to standard error. Options may stand anywhere; after \`--\` everything is an argument. A value
stands behind its option, or is joined to it: \`--out a.zip\`, \`--out=a.zip\`, \`-o a.zip\`. Colours are used on terminals, for each of the
two outputs by itself, but not where \`NO_COLOR\` is set or \`TERM\` is \`dumb\`; with \`FORCE_COLOR=1\` in files and pipes too.

`,
  list,
  titled('option of all commands', optionRows(globalOptions)),
  titled('exit code', Object.entries(exitMeanings)),
  ...commands.map(section),
].join('');

page('shows every command as its table says', () =>
  matches(join(import.meta.dirname, '../../docs/cli.md'), all),
);

page.run();

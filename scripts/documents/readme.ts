import { readFileSync } from 'node:fs';
import type { Command } from '../../src/cli/command.js';
import { commands } from '../../src/cli/commands/index.js';
import { synopsis } from '../../src/cli/help.js';
import { table } from '../../src/schema/table.js';
import { stateTypes } from '../../src/states/index.js';
import { withParts } from './parts.js';

const tables: { readonly [kind: string]: () => string } = {
  commands: () => table(['command', 'what it does', 'options'], commands.map(commandRow)),
  states: () =>
    table(
      ['type', 'what it does'],
      stateTypes.map(({ type, summary }) => [`[\`${type}\`](src/states/${type}/README.md)`, summary]),
    ),
};

function commandRow(command: Command): readonly string[] {
  const flags = Object.entries(command.options).map(
    ([flag, { value }]) => `\`--${flag}${value ? ` <${value}>` : ''}\``,
  );
  return [`\`${synopsis(command)}\``, command.describe, flags.join(' ')];
}

/** `README.md` with its tables of commands and types of states. */
export const readme = (): string => withParts(readFileSync('README.md', 'utf8'), (kind) => tables[kind]!());

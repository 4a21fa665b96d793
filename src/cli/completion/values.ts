import type { Command, FileKind, Option } from '../command.js';

/** What files of a kind end with; folders are always offered, as what is looked for may be in one. */
export const endings: Readonly<Record<FileKind, readonly string[]>> = {
  plan: ['.yaml', '.yml', '.json'],
  zip: ['.zip'],
  file: [''],
  folder: [],
};

/** An option's ways of being written. */
export const flags = (name: string, { alias }: Option): readonly string[] => [
  `--${name}`,
  ...(alias === undefined ? [] : [`-${alias}`]),
];

/** Options of all commands that take a value, as they are written. */
export const valued = (commands: readonly Command[]): readonly string[] => [
  ...new Set(
    commands.flatMap(({ options }) =>
      Object.entries(options).flatMap(([name, option]) =>
        option.type === 'string' ? flags(name, option) : [],
      ),
    ),
  ),
];

import { version } from '../language/values.js';
import type { Terminal } from './terminal.js';

export const exitCodes = { ok: 0, problems: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A plan or a folder with one, a distribution, any file, a folder. */
export type FileKind = 'plan' | 'zip' | 'file' | 'folder';

/** What can stand in a place of the command line. */
export interface Slot {
  /** The values that there are. */
  readonly choices?: readonly string[];
  /** What a shell completes. */
  readonly takes?: FileKind;
}

interface Described {
  readonly describe: string;
  readonly alias?: string;
  /** Options that it cannot stand with, or `-` for standard input as an argument. */
  readonly excludes?: readonly string[];
}
interface Flag extends Described {
  readonly type: 'boolean';
  readonly value?: never;
  readonly choices?: never;
  readonly many?: never;
}
interface Valued extends Described, Slot {
  readonly type: 'string';
  /** What stands for the value in the help. */
  readonly value: string;
  /** It can be given several times. */
  readonly many?: true;
  /** A regular expression for the value, and what it asks for in words. */
  readonly pattern?: string;
  readonly expected?: string;
}
export type Option = Flag | Valued;
export type Options = { readonly [name: string]: Option };

export interface Operand extends Slot {
  readonly name: string;
  readonly describe: string;
  readonly required?: true;
  readonly many?: true;
  /** What is taken when none is given. */
  readonly default?: string;
}

export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name]['type'] extends 'boolean'
    ? boolean
    : (O[Name] extends { readonly many: true } ? readonly string[] : string) | undefined;
};

/** One command: its words as data, from which arguments are read and the help is written, and what it does. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly describe: string;
  readonly operands: readonly Operand[];
  readonly options: O;
  readonly examples: readonly (readonly [command: string, describe: string])[];
  /** Options of which one has to be given. */
  readonly needs?: readonly string[];
  /** What exit code 1 says, in words; a command without it never ends with that. */
  readonly fails?: string;
  readonly run: (operands: readonly string[], options: Values<O>, terminal: Terminal) => Promise<ExitCode>;
}

/** Defines a command; the types of its values are inferred from its options. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command =>
  command as unknown as Command;

/** Options of every command. */
export const globalOptions = {
  help: { type: 'boolean', alias: 'h', describe: 'Show help' },
  version: {
    type: 'boolean',
    alias: 'v',
    describe: 'Show the version of plancc and the commit it was built from',
  },
  'no-color': { type: 'boolean', describe: 'Write without colours' },
} as const satisfies Options;

/** Options that mean the same wherever they stand. */
export const json = { type: 'boolean', describe: 'Write the result as JSON' } as const;
export const quiet = { type: 'boolean', alias: 'q', describe: 'Write the result and problems only' } as const;
export const setVersion = {
  type: 'string',
  value: 'version',
  pattern: version.pattern,
  expected: version.expected,
  describe: 'The version of the distribution, instead of `Version` in the plan',
} as const;

export const dependency = {
  type: 'string',
  value: 'zip',
  takes: 'zip',
  many: true,
  describe: 'A distribution that the plan depends on: what the plan takes of it is checked',
} as const;

export const planOperand = {
  name: 'plan',
  default: 'this folder',
  describe: 'A plan, or a folder with one; - reads from standard input',
  takes: 'plan',
} as const;

export const zipOperand = {
  name: 'zip',
  required: true,
  describe: 'A distribution that `plancc build` made',
  takes: 'zip',
} as const;

import { version } from '../language/values.js';
import type { Terminal } from './terminal.js';

export const exitCodes = { ok: 0, problems: 1, usage: 2, internal: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

export interface Option {
  readonly type: 'boolean' | 'string';
  readonly describe: string;
  readonly alias?: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** A regular expression for the value, and what it asks for in words. */
  readonly pattern?: string;
  readonly expected?: string;
}
export type Options = { readonly [name: string]: Option };

export interface Operand {
  readonly name: string;
  readonly describe: string;
  readonly required?: true;
  readonly many?: true;
  /** What is taken when none is given. */
  readonly default?: string;
  readonly choices?: readonly string[];
}

export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name]['type'] extends 'boolean' ? boolean : string | undefined;
};

/** One command: its words as data, from which arguments are read and the help is written, and what it does. */
export interface Command<O extends Options = Options> {
  readonly name: string;
  readonly describe: string;
  readonly operands: readonly Operand[];
  readonly options: O;
  readonly examples: readonly (readonly [command: string, describe: string])[];
  readonly run: (operands: readonly string[], options: Values<O>, terminal: Terminal) => Promise<ExitCode>;
}

/** Defines a command; the types of its values are inferred from its options. */
export const defineCommand = <const O extends Options>(command: Command<O>): Command =>
  command as unknown as Command;

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

export const planOperand = {
  name: 'plan',
  default: 'this folder',
  describe: 'A plan, or a folder with one; - reads from standard input',
} as const;

export const zipOperand = {
  name: 'zip',
  required: true,
  describe: 'A distribution that `plancc build` made',
} as const;

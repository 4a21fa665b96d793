import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../diagnostics/suggest.js';
import type { Command, Option, Options, Values } from './command.js';

export interface Mistake {
  readonly kind: 'mistake';
  readonly message: string;
  /** What to do, as an imperative or a question. */
  readonly help: string;
}
export type Arguments =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly options: Values<Options>;
    }
  /** Help, the version or shell completion is asked for. */
  | { readonly kind: 'help' }
  | Mistake;

export const globalOptions = {
  help: { type: 'boolean', alias: 'h', describe: 'Show help' },
  version: { type: 'boolean', alias: 'v', describe: 'Show the version of plancc' },
} as const satisfies Options;

/** Requests that the help answers, beside those two options: yargs' own words for shell completion. */
const completion = ['completion', '--get-yargs-completions'];

/**
 * Reads a command line by the commands' tables. Loading yargs takes longer than compiling a plan, so it is left to write
 * the help from the same tables (see help.ts).
 */
export function readArguments(words: readonly string[], commands: readonly Command[]): Arguments {
  const name = words.find((word) => !word.startsWith('-'));
  const command = commands.find((candidate) => candidate.name === name);
  const table: Options = { ...globalOptions, ...command?.options };
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(table).map(([option, entry]) => [option, parseable(entry)])),
    strict: false,
    tokens: true,
  });
  const asked = values.help === true || values.version === true || completion.includes(words[0] ?? '');
  if (asked || words.length === 0) return { kind: 'help' };
  if (command === undefined) return unknownCommand(name, words[0]!, commands);

  for (const token of tokens) {
    const found = token.kind === 'option' ? optionMistake(token, table, command) : undefined;
    if (found !== undefined) return found;
  }
  const operands = positionals.slice(1);
  return (
    operandMistake(operands, command) ?? {
      kind: 'run',
      command,
      operands,
      options: values as Values<Options>,
    }
  );
}

/** How `parseArgs` gives an option. */
interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

const parseable = ({ type, alias }: Option): NonNullable<ParseArgsConfig['options']>[string] => ({
  type,
  ...(type === 'boolean' && { default: false }),
  ...(alias !== undefined && { short: alias }),
});

function unknownCommand(name: string | undefined, first: string, commands: readonly Command[]): Mistake {
  if (name === undefined)
    return {
      kind: 'mistake',
      message: `\`${first}\` is not an option of plancc`,
      help: 'run `plancc --help`',
    };
  const near = nearest(
    name,
    commands.map((candidate) => candidate.name),
  );
  return {
    kind: 'mistake',
    message: `\`${name}\` is not a command of plancc`,
    help: near === undefined ? 'run `plancc --help`' : `did you mean \`plancc ${near}\`?`,
  };
}

const moreAbout = (command: Command) => `run \`plancc ${command.name} --help\``;

function optionMistake(token: OptionToken, table: Options, command: Command): Mistake | undefined {
  const option = Object.hasOwn(table, token.name) ? table[token.name] : undefined;
  const mistake = (message: string, help = moreAbout(command)): Mistake => ({
    kind: 'mistake',
    message,
    help,
  });
  if (option === undefined) {
    const near = nearest(token.name, Object.keys(table));
    return mistake(
      `\`${token.rawName}\` is not an option of \`plancc ${command.name}\``,
      near === undefined ? undefined : `did you mean \`--${near}\`?`,
    );
  }
  if (option.type === 'boolean')
    return token.inlineValue ? mistake(`\`${token.rawName}\` takes no value`) : undefined;
  // `--out --json` forgot the value; a value that begins with a hyphen is written `--out=-x`.
  const given =
    token.value !== undefined && token.value !== '' && (token.inlineValue || !/^-./.test(token.value));
  if (!given)
    return mistake(`\`${token.rawName}\` needs a value`, `write \`${token.rawName} <${option.value}>\``);
  if (option.pattern === undefined || new RegExp(option.pattern).test(token.value!)) return undefined;
  return mistake(`\`${token.rawName} ${token.value}\` is not ${option.expected}`);
}

function operandMistake(operands: readonly string[], command: Command): Mistake | undefined {
  const mistake = (message: string, help = moreAbout(command)): Mistake => ({
    kind: 'mistake',
    message,
    help,
  });
  const missing = command.operands[operands.length];
  if (missing?.required)
    return mistake(`\`plancc ${command.name}\` needs a ${missing.name}`, oneOf(missing.choices));
  if (operands.length > command.operands.length && !command.operands.at(-1)?.many)
    return mistake(`\`${operands[command.operands.length]}\` is one argument too many`);
  for (const [index, { name, choices }] of command.operands.entries()) {
    const given = operands[index];
    if (choices === undefined || given === undefined || choices.includes(given)) continue;
    const near = nearest(given, choices);
    return mistake(
      `\`${given}\` is not a ${name} of \`plancc ${command.name}\``,
      near === undefined ? oneOf(choices) : `did you mean \`${near}\`?`,
    );
  }
  return undefined;
}

const oneOf = (choices: readonly string[] | undefined) => choices && `give one of ${choices.join(', ')}`;

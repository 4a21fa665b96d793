import { type ParseArgsConfig, parseArgs } from 'node:util';
import { nearest } from '../diagnostics/suggest.js';
import type { Command, Option, Options, Values } from './command.js';

export interface Mistake {
  readonly kind: 'mistake';
  readonly message: string;
  /** What to do, as an imperative or a question. */
  readonly help: string;
}
const mistake = (message: string, help: string): Mistake => ({ kind: 'mistake', message, help });

export type Arguments =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly options: Values<Options>;
    }
  /** Help, the version or shell completion is asked for. */
  | { readonly kind: 'help'; readonly words: readonly string[] }
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
  // Options may stand before the command, so that all are known before it is. One name means the same everywhere.
  const all: Options = Object.assign({}, globalOptions, ...commands.map(({ options }) => options));
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(all).map(([option, entry]) => [option, parseable(entry)])),
    strict: false,
    tokens: true,
  });
  const [name, ...operands] = positionals;
  const asked = values.help === true || values.version === true || completion.includes(words[0] ?? '');
  if (asked || words.length === 0) return { kind: 'help', words };
  if (name === 'help') return helpOn(operands[0], commands);
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return unknownCommand(name, words[0]!, commands);

  const given = tokens.filter((token) => token.kind === 'option');
  for (const [index, token] of given.entries()) {
    const earlier = given.slice(0, index).some((other) => other.name === token.name);
    const found = optionMistake(token, { ...globalOptions, ...command.options }, command, earlier);
    if (found !== undefined) return found;
  }
  return (
    operandMistake(operands, command) ?? {
      kind: 'run',
      command,
      operands,
      options: values as Values<Options>,
    }
  );
}

/** `plancc help build` is `plancc build --help`. */
function helpOn(name: string | undefined, commands: readonly Command[]): Arguments {
  if (name === undefined) return { kind: 'help', words: ['--help'] };
  return commands.some((command) => command.name === name)
    ? { kind: 'help', words: [name, '--help'] }
    : unknownCommand(name, name, commands);
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
  const general = 'run `plancc --help`';
  if (name === undefined) return mistake(`\`${first}\` is not an option of plancc`, general);
  const names = commands.map((command) => command.name);
  const near = nearest(name, names);
  return mistake(
    `\`${name || '""'}\` is not a command of plancc`,
    near === undefined ? general : `did you mean \`plancc ${near}\`?`,
  );
}

const moreAbout = ({ name }: Command) => `run \`plancc ${name} --help\``;

function optionMistake(
  token: OptionToken,
  table: Options,
  command: Command,
  again: boolean,
): Mistake | undefined {
  const { name, rawName, value, inlineValue } = token;
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  if (option === undefined) {
    const near = nearest(name, Object.keys(table));
    return mistake(
      `\`${rawName}\` is not an option of \`plancc ${command.name}\``,
      near === undefined ? moreAbout(command) : `did you mean \`--${near}\`?`,
    );
  }
  if (option.type === 'boolean')
    return inlineValue ? mistake(`\`${rawName}\` takes no value`, moreAbout(command)) : undefined;
  // `--out --json` forgot the value; a value that begins with a hyphen is written `--out=-x`.
  if (value === undefined || value === '' || (!inlineValue && /^-./.test(value)))
    return mistake(`\`${rawName}\` needs a value`, `write \`${rawName} <${option.value}>\``);
  if (again) return mistake(`\`${rawName}\` is given twice`, 'give it once');
  if (option.pattern === undefined || new RegExp(option.pattern).test(value)) return undefined;
  return mistake(`\`${rawName} ${value}\` is not ${option.expected}`, moreAbout(command));
}

function operandMistake(given: readonly string[], command: Command): Mistake | undefined {
  const { name: own, operands } = command;
  const missing = operands[given.length];
  if (missing?.required)
    return mistake(`\`plancc ${own}\` needs a ${missing.name}`, oneOf(missing.choices) ?? moreAbout(command));
  if (given.length > operands.length && !operands.at(-1)?.many)
    return mistake(`\`${given[operands.length]}\` is one argument too many`, moreAbout(command));
  if (given.includes(''))
    return mistake(`\`plancc ${own}\` has an empty argument`, `leave it out, or give a ${operands[0]!.name}`);
  if (given.indexOf('-') !== given.lastIndexOf('-'))
    return mistake('`-` is given twice, and standard input can be read once', 'give it once');
  for (const [index, { name, choices }] of operands.entries()) {
    const word = given[index];
    if (choices === undefined || word === undefined || choices.includes(word)) continue;
    const near = nearest(word, choices);
    return mistake(
      `\`${word}\` is not a ${name} of \`plancc ${own}\``,
      near === undefined ? oneOf(choices)! : `did you mean \`${near}\`?`,
    );
  }
  return undefined;
}

const oneOf = (choices: readonly string[] | undefined) => choices && `give one of ${choices.join(', ')}`;

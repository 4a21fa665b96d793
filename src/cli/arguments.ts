import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Command, globalOptions, type Option, type Options, type Values } from './command.js';
import {
  type Mistake,
  noCommand,
  operandMistake,
  optionMistake,
  togetherMistake,
  unknownCommand,
} from './mistakes.js';

export type Arguments =
  | {
      readonly kind: 'run';
      readonly command: Command;
      readonly operands: readonly string[];
      readonly options: Values<Options>;
    }
  /** Nothing was asked. */
  | { readonly kind: 'start' }
  | { readonly kind: 'version' }
  | Mistake;

/** Reads a command line by the commands' tables; one of them is `help`. */
export function readArguments(words: readonly string[], commands: readonly Command[]): Arguments {
  // Options may stand before the command, so that all are known before it is. One name means the same everywhere.
  const all: Options = Object.assign({}, globalOptions, ...commands.map(({ options }) => options));
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(Object.entries(all).map(([option, entry]) => [option, parseable(entry)])),
    strict: false,
    tokens: true,
  });
  const options = values as Values<Options>;
  const [name, ...operands] = positionals;
  const command = commands.find((candidate) => candidate.name === name);
  if (values.help === true || asksForHelp(words)) {
    const help = commands.find((candidate) => candidate.name === 'help')!;
    if (name !== undefined && command === undefined) return unknownCommand(name, commands);
    return { kind: 'run', command: help, operands: command ? [command.name] : ['help'], options };
  }
  if (values.version === true) return { kind: 'version' };

  const given = tokens.filter((token) => token.kind === 'option');
  if (name === undefined) {
    const other = given.find((token) => token.name !== 'no-color');
    return other === undefined ? { kind: 'start' } : noCommand(other, all, commands);
  }
  if (command === undefined) return unknownCommand(name, commands);
  for (const [index, token] of given.entries()) {
    const again = given.slice(0, index).some((other) => other.name === token.name);
    const found = optionMistake({ ...token, word: words[token.index]! }, command, commands, again);
    if (found !== undefined) return found;
  }
  const names = given.map((token) => token.name);
  return (
    operandMistake(operands, command) ??
    togetherMistake(names, operands, command) ?? { kind: 'run', command, operands, options }
  );
}

/** Even where an option before it has forgotten its value. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

const parseable = ({ type, alias, many }: Option): NonNullable<ParseArgsConfig['options']>[string] => ({
  type,
  multiple: many === true,
  ...(type === 'boolean' && { default: false }),
  ...(alias !== undefined && { short: alias }),
});

import yargs, { type Argv } from 'yargs';
import { globalOptions } from './arguments.js';
import type { Command, Operand, Options } from './command.js';
import { version } from './version.js';

/** What `--help`, `--version` and shell completion print, written by yargs from the commands' tables. */
export async function help(
  words: readonly string[],
  commands: readonly Command[],
  columns: number | undefined,
): Promise<string> {
  const cli = yargs()
    .scriptName('plancc')
    // Messages of plancc are in English; help that is half in another language helps nobody.
    .locale('en')
    .usage('$0 <command>\n\nCompiles deployment plans for AWS and packs them into distributions.')
    .wrap(Math.min(columns ?? 100, 100))
    .version(version)
    .alias('version', globalOptions.version.alias)
    .alias('help', globalOptions.help.alias)
    .describe('version', globalOptions.version.describe)
    .completion('completion', 'Print a script for bash or zsh that completes commands and options')
    .exitProcess(false)
    .demandCommand();
  for (const command of commands)
    cli.command(
      usage(command),
      command.describe,
      (inner) => describe(inner, command),
      () => {},
    );
  let printed = '';
  await cli.parse(words.length === 0 ? ['--help'] : [...words], {}, (_error, _values, output) => {
    printed = output;
  });
  return `${printed.trimEnd()}\n`;
}

const usage = ({ name, operands }: Command): string => [name, ...operands.map(operandUsage)].join(' ');
const operandUsage = ({ name, required, many }: Operand): string =>
  required ? `<${name}>` : `[${name}${many ? '..' : ''}]`;

function describe(cli: Argv, { operands, options, examples }: Command): void {
  for (const { name, describe, choices, default: defaultDescription } of operands)
    cli.positional(name, {
      type: 'string',
      describe,
      ...(choices && { choices }),
      ...(defaultDescription && { defaultDescription }),
    });
  for (const [name, option] of Object.entries(options as Options)) {
    const { type, describe, alias } = option;
    cli.option(name, {
      type,
      describe,
      ...(alias && { alias }),
      ...(type === 'string' && { requiresArg: true }),
    });
  }
  for (const [command, describe] of examples) cli.example(`$0 ${command}`, describe);
}

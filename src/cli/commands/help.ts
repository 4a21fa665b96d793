import { type Command, defineCommand, exitCodes } from '../command.js';

/** The command `help`, which `--help` stands for; the names are those of the other commands. */
export const helpOn = (names: readonly string[]): Command =>
  defineCommand({
    name: 'help',
    describe: 'Show what plancc or a command does, with examples',
    operands: [{ name: 'command', choices: [...names, 'help'], describe: 'What to show the help of' }],
    options: {},
    examples: [['help build', 'What a command does, its options and exit codes']],
    run: async ([name = 'help'], _options, { out }) => {
      const [{ commandHelp, generalHelp }, { commands }] = await Promise.all([
        import('../help.js'),
        import('./index.js'),
      ]);
      const command = commands.find((candidate) => candidate.name === name && name !== 'help');
      out.write(command === undefined ? generalHelp(commands, out) : commandHelp(command, out));
      return exitCodes.ok;
    },
  });

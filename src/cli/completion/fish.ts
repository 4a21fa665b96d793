import { type Command, globalOptions, type Options, type Slot } from '../command.js';
import { endings, valued } from './values.js';

/** For fish 3 and later. */
export const fish = (
  commands: readonly Command[],
): string => `# Completion of plancc for fish, written by \`plancc completion fish\`.
# True in the words of a command, or before there is one; with numbers, only where that many operands stand before.
function __plancc_at
    set -l command ''
    set -l operands 0
    set -l option 0
    for word in (commandline -opc)[2..]
        if contains -- $word ${valued(commands).join(' ')}
            set option 1
        else if string match -q -- '-?*' $word
            set option 0
        else if test $option = 1
            set option 0
        else if test "$command" = ''
            set command $word
        else
            set operands (math $operands + 1)
        end
    end
    test "$command" = "$argv[1]"; and begin
        test (count $argv) = 1; or contains $operands $argv[2..]
    end
end
complete -c plancc -e
complete -c plancc -f
${optionLines('', globalOptions)}${commands
  .map(({ name, describe }) => `complete -c plancc -n "__plancc_at '' 0" -a ${name} -d ${quoted(describe)}\n`)
  .join('')}${commands.map(commandLines).join('')}`;

const commandLines = ({ name, options, operands }: Command): string =>
  optionLines(` -n '__plancc_at ${name}'`, options) +
  operands
    .map((operand, index) => {
      const place = operand.many ? '' : ` ${index}`;
      const value = ofOperand(operand);
      return value === '' ? '' : `complete -c plancc -n '__plancc_at ${name}${place}'${value}\n`;
    })
    .join('');

const optionLines = (condition: string, options: Options): string =>
  Object.entries(options)
    .map(([name, { type, alias, describe, ...option }]) => {
      const short = alias === undefined ? '' : ` -s ${alias}`;
      const value = type === 'string' ? ofOption(option) : '';
      return `complete -c plancc${condition}${short} -l ${name}${value} -d ${quoted(describe)}\n`;
    })
    .join('');

const words = (choices: readonly string[]): string => ` -a ${quoted(choices.join(' '))}`;
const folders = " -a '(__fish_complete_directories)'";

/** What an option takes. */
function ofOption({ choices, takes }: Slot): string {
  if (choices !== undefined) return ` -x${words(choices)}`;
  if (takes === 'folder') return ` -x${folders}`;
  return takes === undefined ? ' -x' : ' -r -F';
}

function ofOperand({ choices, takes }: Slot): string {
  if (choices !== undefined) return words(choices);
  if (takes === undefined) return '';
  if (takes === 'folder') return folders;
  const [ending, ...others] = endings[takes];
  // The function knows one ending, and puts the files with it first.
  return ending && others.length === 0 ? ` -k -a '(__fish_complete_suffix ${ending})'` : ' -F';
}

/** In single quotes, as fish reads them. */
const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

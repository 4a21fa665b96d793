import { type Command, globalOptions, type Options, type Slot } from '../command.js';
import { quoted } from '../shell-word.js';
import { endings, flags } from './values.js';

/** For `_arguments` of zsh; works from a folder of `$fpath` as from `source <(plancc completion zsh)`. */
export const zsh = (commands: readonly Command[]): string => `#compdef plancc
# Completion of plancc for zsh, written by \`plancc completion zsh\`.
_plancc() {
  local curcontext=$curcontext state line ret=1
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map(({ name, describe }) => `    ${quoted(`${name}:${describe}`)}\n`).join('')}  )
  _arguments -C -s \\
${optionSpecs(globalOptions)}    '1:command:->command' '*::argument:->argument' && ret=0
  case $state in
    command) _describe -t commands command commands && ret=0 ;;
    argument)
      case $words[1] in
${commands.map(commandCase).join('')}      esac ;;
  esac
  return ret
}
if [[ $funcstack[1] == _plancc ]]; then _plancc "$@"; else compdef _plancc plancc; fi
`;

const commandCase = ({ name, options, operands }: Command): string => {
  const places = operands.map((operand, index) =>
    quoted(`${operand.many ? '*' : index + 1}:${operand.name}:${action(operand)}`),
  );
  return `        ${name})
          _arguments -s \\
${optionSpecs({ ...options, ...globalOptions })}    ${places.join(' ')} && ret=0 ;;
`;
};

/** `'(-o --out)'{-o+,--out=}'[Where to write]:zip:_files'`, one a line. */
const optionSpecs = (options: Options): string =>
  Object.entries(options)
    .map(([name, option]) => {
      const names = flags(name, option);
      const takesValue = option.type === 'string';
      const written = names.map((flag) => (takesValue ? flag + (flag.startsWith('--') ? '=' : '+') : flag));
      const value = takesValue ? `:${option.value}:${action(option)}` : '';
      const rest = quoted(`[${option.describe.replace(/[[\]:\\]/g, '\\$&')}]${value}`);
      return names.length === 1
        ? `    ${option.many ? "'*'" : ''}${written[0]}${rest} \\\n`
        : `    ${quoted(`(${names.join(' ')})`)}{${written.join(',')}}${rest} \\\n`;
    })
    .join('');

function action({ choices, takes }: Slot): string {
  if (choices !== undefined) return `(${choices.join(' ')})`;
  if (takes === undefined) return ' ';
  const names = endings[takes];
  if (names.length === 0) return '_files -/';
  if (names.includes('')) return '_files';
  // Brackets at the end, with one thing in them, would be a glob qualifier.
  return names.length === 1 ? `_files -g "*${names[0]}"` : `_files -g "*(${names.join('|')})"`;
}

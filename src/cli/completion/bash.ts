import { type Command, globalOptions, type Options, type Slot } from '../command.js';
import { quoted } from '../shell-word.js';
import { endings, flags, valued } from './values.js';

/** For bash 3.2, which macOS has, and later. It runs nothing: completion is as fast as the shell. */
export function bash(commands: readonly Command[]): string {
  return `# Completion of plancc for bash, written by \`plancc completion bash\`.
_plancc_words() {
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$*" -- "$cur")
}
_plancc_files() {
  compopt -o filenames 2> /dev/null # not known to bash 3
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
    compgen -d -- "$cur"
    for pattern in "$@"; do compgen -f -X "!$pattern" -- "$cur"; done | sort -u
  )
}
_plancc() {
  local cur=\${COMP_WORDS[COMP_CWORD]} command= option= operands=0 i word
  COMPREPLY=()
  # Bash takes \`--out=a\` for three words.
  [[ $cur == = ]] && cur=
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      =) ;;
      ${valued(commands).join(' | ')}) option=$word ;;
      -?*) option= ;;
      *)
        if [[ -n $option ]]; then option=
        elif [[ -z $command ]]; then command=$word
        else ((operands++)); fi ;;
    esac
  done
  if [[ -n $option ]]; then
    case "$command $option" in
${commands.flatMap(valueCases).join('')}    esac
  elif [[ $cur == -* ]]; then
    case $command in
${commands.map(optionCase).join('')}      *) _plancc_words ${optionWords({})} ;;
    esac
  else
    case "$command $operands" in
      ' 0') _plancc_words ${commands.map(({ name }) => name).join(' ')} ;;
${commands.flatMap(operandCases).join('')}    esac
  fi
}
complete -F _plancc plancc
`;
}

const valueCases = ({ name: command, options }: Command): readonly string[] =>
  Object.entries(options).flatMap(([name, option]) =>
    branch(
      flags(name, option)
        .map((flag) => quoted(`${command} ${flag}`))
        .join(' | '),
      option,
    ),
  );

const optionWords = (options: Options): string =>
  Object.entries({ ...options, ...globalOptions })
    .flatMap(([name, option]) => flags(name, option))
    .join(' ');

const optionCase = ({ name, options }: Command): string =>
  `      ${name}) _plancc_words ${optionWords(options)} ;;\n`;

const operandCases = ({ name, operands }: Command): readonly string[] =>
  operands.flatMap((operand, index) =>
    branch(operand.many ? `${quoted(`${name} `)}*` : quoted(`${name} ${index}`), operand),
  );

function branch(pattern: string, { choices, takes }: Slot): readonly string[] {
  if (choices !== undefined) return [`      ${pattern}) _plancc_words ${choices.map(quoted).join(' ')} ;;\n`];
  if (takes === undefined) return [];
  const files = endings[takes].map((ending) => ` ${quoted(`*${ending}`)}`).join('');
  return [`      ${pattern}) _plancc_files${files} ;;\n`];
}

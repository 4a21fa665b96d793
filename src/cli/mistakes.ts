import { plain } from '../diagnostics/formats/text.js';
import { listed, nearest } from '../diagnostics/suggest.js';
import { type Command, globalOptions, type Operand, type Options } from './command.js';
import { shellWord } from './shell-word.js';

/** What is wrong with a command line, in one line, and what to do, in another. */
export interface Mistake {
  readonly kind: 'mistake';
  readonly message: string;
  /** An imperative or a question. */
  readonly help: string;
}
/** A mistake as it is told, whatever the words in it. */
export const twoLines = ({ message, help }: Mistake): string =>
  `plancc: ${plain(message)}\n  = help: ${plain(help)}\n`;

const mistake = (message: string, help: string): Mistake => ({ kind: 'mistake', message, help });

/** An option as `parseArgs` gives it. */
interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

const general = 'run `plancc --help`';
const moreAbout = ({ name }: Command) => `run \`plancc ${name} --help\``;
const quoted = (command: Command) => `\`plancc ${command.name}\``;

export function unknownCommand(name: string, commands: readonly Command[]): Mistake {
  const names = commands.map((command) => command.name);
  const near = nearest(name, names);
  const path = /.[./\\]|[./\\]./.test(name)
    ? `to check a plan, run \`plancc validate ${shellWord(name)}\``
    : general;
  return mistake(
    `\`${name || '""'}\` is not a command of plancc`,
    near === undefined ? path : `did you mean \`plancc ${near}\`?`,
  );
}

/** A word that `plancc explain` has nothing on. */
export function unknownSubject(subject: string, subjects: readonly string[]): Mistake {
  const near = nearest(subject, subjects);
  return mistake(
    `there is nothing called \`${subject}\` to explain`,
    near === undefined ? 'run `plancc explain` for a list' : `did you mean \`plancc explain ${near}\`?`,
  );
}

/** A file whose name says another format than `--format` does. */
export const otherFormat = (out: string, said: string, format: string): Mistake =>
  mistake(
    `the name \`${out}\` says ${said}, but \`--format ${format}\` something else`,
    'leave out `--format`, or give the file another ending',
  );

/** An option without a command. */
export function noCommand({ name, rawName }: Given, all: Options, commands: readonly Command[]): Mistake {
  const owner = commands.find(({ options }) => Object.hasOwn(options, name));
  if (owner !== undefined)
    return mistake(`\`${rawName}\` needs a command`, `for example \`plancc ${owner.name} ${rawName}\``);
  const near = nearOption(name, all);
  return mistake(`\`${rawName}\` is not an option of plancc`, near ?? general);
}

/** What is wrong with an option that stands in `word`; `again` when it was given before. */
export function optionMistake(
  { name, rawName, value, inlineValue, word }: Given & { readonly word: string },
  command: Command,
  commands: readonly Command[],
  again: boolean,
): Mistake | undefined {
  const table: Options = { ...globalOptions, ...command.options };
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  if (option === undefined) {
    const owners = commands.filter(({ options }) => Object.hasOwn(options, name));
    const elsewhere =
      owners.length > 0 &&
      `leave it out: ${listed(owners.map(quoted))} ${owners.length > 1 ? 'have' : 'has'} it`;
    // `-json` reads as `-j -s -o -n`.
    const long = /^-\w\w/.test(word) ? nearOption(word.slice(1), table) : undefined;
    return mistake(
      `\`${long ? word : rawName}\` is not an option of ${quoted(command)}`,
      long ?? (elsewhere || nearOption(name, table) || moreAbout(command)),
    );
  }
  if (option.type === 'boolean')
    return inlineValue ? mistake(`\`${rawName}\` takes no value`, `write \`${rawName}\` alone`) : undefined;
  // `--out --json` forgot the value; a value that begins with a hyphen is written `--out=-x`.
  if (value === undefined || value === '' || (!inlineValue && /^-./.test(value)))
    return mistake(
      `\`${rawName}\` needs a value`,
      oneOf(option.choices) ?? `write \`${rawName} <${option.value}>\``,
    );
  if (inlineValue && !rawName.startsWith('--') && value.startsWith('='))
    return mistake(
      `\`${rawName}\` takes its value without \`=\``,
      `write \`${rawName} ${shellWord(value.slice(1))}\``,
    );
  if (again && !option.many) return mistake(`\`${rawName}\` is given twice`, 'give it once');
  if (option.choices !== undefined && !option.choices.includes(value))
    return wrongChoice(`${rawName} ${value}`, value, option.value, option.choices);
  if (option.pattern === undefined || new RegExp(option.pattern).test(value)) return undefined;
  return mistake(`\`${rawName} ${value}\` is not ${option.expected}`, moreAbout(command));
}

/** The option that was meant: misspelt, or known elsewhere by a longer or a shorter name (`--output`). */
function nearOption(name: string, table: Options): string | undefined {
  const names = Object.keys(table);
  const near =
    nearest(name, names) ??
    names.find((other) => name.length > 2 && (other.startsWith(name) || name.startsWith(other)));
  return near && `did you mean \`--${near}\`?`;
}

/** Options that are right one by one, but not together, with these operands, or without one that is missing. */
export function togetherMistake(
  given: readonly string[],
  operands: readonly string[],
  command: Command,
): Mistake | undefined {
  for (const name of given) {
    const others = command.options[name]?.excludes ?? [];
    const other = others.find((excluded) => given.includes(excluded));
    if (other !== undefined)
      return mistake(`\`--${name}\` and \`--${other}\` exclude each other`, 'give one of them');
    if (others.includes('-') && operands.includes('-'))
      return mistake(
        `\`--${name}\` needs a file, and \`-\` is standard input`,
        'name the plan or its folder',
      );
  }
  const { needs = [], examples } = command;
  if (needs.length === 0 || needs.some((name) => given.includes(name))) return undefined;
  const flags = needs.map((name) => `\`--${name}\``).join(' or ');
  return mistake(`${quoted(command)} needs ${flags}`, `for example \`plancc ${examples[0]![0]}\``);
}

export function operandMistake(given: readonly string[], command: Command): Mistake | undefined {
  const { operands, examples } = command;
  const missing = operands[given.length];
  if (missing?.required)
    return mistake(
      `${quoted(command)} needs ${article(missing.name)}`,
      oneOf(missing.choices) ?? `for example \`plancc ${examples[0]![0]}\``,
    );
  if (given.length > operands.length && !operands.at(-1)?.many)
    return mistake(`\`${given[operands.length]}\` is one argument too many`, moreAbout(command));
  if (given.includes(''))
    return mistake(
      `${quoted(command)} has an empty argument`,
      `leave it out, or give ${article(operands[0]!.name)}`,
    );
  if (given.indexOf('-') !== given.lastIndexOf('-'))
    return mistake('`-` is given twice, and standard input can be read once', 'give it once');
  for (const [index, word] of given.entries()) {
    const { name, choices } = operands[index] ?? (operands.at(-1) as Operand);
    if (choices !== undefined && !choices.includes(word)) return wrongChoice(word, word, name, choices);
  }
  return undefined;
}

function wrongChoice(written: string, value: string, name: string, choices: readonly string[]): Mistake {
  const near = nearest(value, choices);
  return mistake(
    `\`${written}\` is not ${article(name)}`,
    near === undefined ? oneOf(choices)! : `did you mean \`${written.slice(0, -value.length)}${near}\`?`,
  );
}

const article = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
const oneOf = (choices: readonly string[] | undefined) => choices && `give one of ${listed(choices)}`;

import { readFileSync } from 'node:fs';
import { codes } from '../../diagnostics/codes/index.js';
import { plain } from '../../diagnostics/formats/text.js';
import { nearest } from '../../diagnostics/suggest.js';
import type { Subject } from '../../schema/lookup.js';
import { defineCommand, type ExitCode, exitCodes } from '../command.js';
import { installed } from '../installed.js';
import { give } from '../report.js';
import type { Terminal } from '../terminal.js';

export const explain = defineCommand({
  name: 'explain',
  describe: 'Explain a code of a message, a state type, or a field of the plan language',
  operands: [
    {
      name: 'subject',
      default: 'a list of all',
      describe: 'A code such as PLAN4002, a type such as cdk, a field such as cdk.Path or Parameters.From',
    },
  ],
  options: {},
  examples: [
    ['explain PLAN4002', 'What a message means, why, and what to do'],
    ['explain cdk', 'A state type: its properties, its output, its errors, an example'],
    ['explain cdk.Path', 'One property of it'],
  ],
  run: async ([subject], _options, terminal) => {
    if (subject === undefined) return list(terminal);
    const markdown = pageOfCode(subject) ?? (await pageOfWord(subject));
    return markdown === undefined ? unknown(subject, terminal) : show(markdown, terminal);
  },
});

async function show(markdown: string, terminal: Terminal): Promise<ExitCode> {
  const { renderMarkdown } = await import('../markdown.js');
  terminal.out.write(renderMarkdown(markdown, terminal.out));
  return exitCodes.ok;
}

/** `PLAN4002`, however it is written. */
function pageOfCode(subject: string): string | undefined {
  const code = `PLAN${subject.replace(/^plan/i, '')}`;
  return code in codes ? readFileSync(installed(`docs/codes/${code}.md`), 'utf8') : undefined;
}

async function pageOfWord(subject: string): Promise<string | undefined> {
  const [{ stateTypes }, { subjectNames, subjectOf }, { describeSubject }] = await Promise.all([
    import('../../states/index.js'),
    import('../../schema/lookup.js'),
    import('../../schema/describe.js'),
  ]);
  if (stateTypes.some(({ type }) => type === subject))
    return readFileSync(installed(`src/states/${subject}/README.md`), 'utf8');
  const found = subjectOf(subject);
  if (found !== undefined) return describeSubject(found);
  const owners = subjectNames().filter((name) => name.endsWith(`.${subject}`));
  const kinds = new Map(owners.map((name) => [subjectOf(name)!.schema.description, name]));
  if (kinds.size === 1) return describeSubject({ ...subjectOf(owners[0]!)!, name: subject });
  if (kinds.size === 0) return undefined;
  const rows = [...kinds].map(([description, name]) => `| plancc explain ${name} | ${description} |\n`);
  return `# ${subject}\n\nA field of that name means:\n\n| explain | what it is |\n| - | - |\n${rows.join('')}`;
}

async function unknown(subject: string, { err }: Terminal): Promise<ExitCode> {
  const { subjectNames } = await import('../../schema/lookup.js');
  const near = /^plan\d/i.test(subject) ? undefined : nearest(subject, subjectNames());
  const help =
    near === undefined ? 'run `plancc explain` for a list' : `did you mean \`plancc explain ${near}\`?`;
  err.write(`plancc: there is nothing called \`${plain(subject)}\` to explain\n  = help: ${help}\n`);
  return exitCodes.usage;
}

async function list(terminal: Terminal): Promise<ExitCode> {
  const { fieldsOf, roots } = await import('../../schema/lookup.js');
  const { plan, ...types } = Object.fromEntries(roots);
  const described = (subjects: Iterable<Subject>) =>
    [...subjects].map(({ name, schema }): Row => [name, schema.description ?? '']);
  const groups: { readonly [title: string]: readonly Row[] } = {
    'Fields of a plan': described(fieldsOf(plan!).values()),
    'Types of states': described(Object.values(types)),
    Messages: Object.entries(codes).map(([code, { title }]) => [code, title]),
  };
  const shown = Object.entries(groups).map(([title, rows]) => `${title}\n${rows.map(row).join('')}`);
  give(shown.join('\n'), terminal);
  return exitCodes.ok;
}

type Row = readonly [name: string, what: string];
const row = ([name, what]: Row): string => `  ${name.padEnd(16)} ${what}\n`;

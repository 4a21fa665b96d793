import { readFileSync } from 'node:fs';
import { codes } from '../../diagnostics/codes/index.js';
import type { Subject } from '../../schema/lookup.js';
import { defineCommand, type ExitCode, exitCodes } from '../command.js';
import { installed } from '../installed.js';
import { twoLines, unknownSubject } from '../mistakes.js';
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

async function pageOfWord(word: string): Promise<string | undefined> {
  const [{ stateTypes }, { subjectOf, subjects }, { describeSubject }] = await Promise.all([
    import('../../states/index.js'),
    import('../../schema/lookup.js'),
    import('../../schema/describe.js'),
  ]);
  if (stateTypes.some(({ type }) => type === word))
    return readFileSync(installed(`src/states/${word}/README.md`), 'utf8');
  const found = subjectOf(word);
  if (found !== undefined) return describeSubject(found);
  const owned = subjects().filter(({ name }) => name.endsWith(`.${word}`));
  const kinds = new Map(owned.map((subject) => [subject.schema.description, subject]));
  const [first] = kinds.values();
  if (first === undefined) return undefined;
  if (kinds.size === 1) return describeSubject({ ...first, name: word });
  const rows = [...kinds].map(([description, { name }]) => `| plancc explain ${name} | ${description} |\n`);
  return `# ${word}\n\nA field of that name means:\n\n| explain | what it is |\n| - | - |\n${rows.join('')}`;
}

async function unknown(word: string, { err }: Terminal): Promise<ExitCode> {
  const { subjects } = await import('../../schema/lookup.js');
  // Of two codes none is nearer to what was meant.
  const names = /^plan\d/i.test(word) ? [] : subjects().map(({ name }) => name);
  err.write(twoLines(unknownSubject(word, names)));
  return exitCodes.usage;
}

async function list(terminal: Terminal): Promise<ExitCode> {
  const { fieldsOf, planSubject, typeSubjects } = await import('../../schema/lookup.js');
  const rows = (subjects: Iterable<Subject>) =>
    [...subjects].map(({ name, schema }): Row => [name, schema.description ?? '']);
  const groups: { readonly [title: string]: readonly Row[] } = {
    'Fields of a plan': rows(fieldsOf(planSubject).values()),
    'Types of states': rows(typeSubjects),
    Messages: Object.entries(codes).map(([code, { title }]) => [code, title]),
  };
  const shown = Object.entries(groups).map(([title, all]) => `${title}\n${all.map(row).join('')}`);
  give(shown.join('\n'), terminal);
  return exitCodes.ok;
}

type Row = readonly [name: string, what: string];
const row = ([name, what]: Row): string => `  ${name.padEnd(16)} ${what}\n`;

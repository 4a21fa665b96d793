import { codes } from '../../diagnostics/codes/index.js';
import type { Subject } from '../../schema/lookup.js';
import { defineCommand, type ExitCode, exitCodes } from '../command.js';
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
      describe:
        'A code such as PLAN4002, a type such as cdk, a field such as cdk.Path or Parameters.From, an error such as JobFailed, or a chapter such as references',
    },
  ],
  options: {},
  examples: [
    ['explain PLAN4002', 'What a message means, why, and what to do'],
    ['explain cdk', 'A state type: its properties, its output, its errors, an example'],
    ['explain cdk.Path', 'One property of it'],
    ['explain JobFailed', 'An error that a Catch may name'],
    ['explain references', 'What ${{ … }} may stand for'],
  ],
  run: async ([subject], _options, terminal) => {
    if (subject === undefined) return list(terminal);
    const { topicOf } = await import('../topics.js');
    const markdown = topicOf(subject);
    return markdown === undefined ? unknown(subject, terminal) : show(markdown, terminal);
  },
});

async function show(markdown: string, terminal: Terminal): Promise<ExitCode> {
  const { renderMarkdown } = await import('../markdown.js');
  terminal.out.write(renderMarkdown(markdown, terminal.out));
  return exitCodes.ok;
}

async function unknown(word: string, { err }: Terminal): Promise<ExitCode> {
  const { nearTopics } = await import('../topics.js');
  err.write(twoLines(unknownSubject(word, nearTopics(word))));
  return exitCodes.usage;
}

async function list(terminal: Terminal): Promise<ExitCode> {
  const [{ fieldsOf, planSubject, typeSubjects }, { chapters }] = await Promise.all([
    import('../../schema/lookup.js'),
    import('../topics.js'),
  ]);
  const rows = (subjects: Iterable<Subject>) =>
    [...subjects].map(({ name, schema }): Row => [name, schema.description ?? '']);
  const groups: { readonly [title: string]: readonly Row[] } = {
    'Fields of a plan': rows(fieldsOf(planSubject).values()),
    'Types of states': rows(typeSubjects),
    'The language': chapters().map(({ name, title }) => [name, title]),
    Messages: Object.entries(codes).map(([code, { title }]) => [code, title]),
  };
  const shown = Object.entries(groups).map(([title, all]) => `${title}\n${all.map(row).join('')}`);
  give(shown.join('\n'), terminal);
  return exitCodes.ok;
}

type Row = readonly [name: string, what: string];
const row = ([name, what]: Row): string => `  ${name.padEnd(16)} ${what}\n`;

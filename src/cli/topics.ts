import { readFileSync } from 'node:fs';
import { roots } from '../compiler/references/roots.js';
import { codes } from '../diagnostics/codes/index.js';
import { describeSubject } from '../schema/describe.js';
import { subjectOf, subjects } from '../schema/lookup.js';
import { stateTypes } from '../states/index.js';
import { installed } from './installed.js';

const document = (path: string): string => readFileSync(installed(path), 'utf8');

/** A chapter of the plan language; its name is how it is asked for. */
interface Chapter {
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

export const chapters = (): readonly Chapter[] =>
  document('docs/language.md')
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const title = text.slice(0, text.indexOf('\n'));
      const [name] = title.replace(/^The /, '').split(/[ ,]/);
      return { name: name!.toLowerCase(), title, text: `# ${text}` };
    });

/** What is known of a word, as Markdown: a code, a type of state, a field, an error, a chapter or a root of references. */
export function topicOf(word: string): string | undefined {
  const code = `PLAN${word.replace(/^plan/i, '')}`;
  if (code in codes) return document(`docs/codes/${code}.md`);
  if (stateTypes.some(({ type }) => type === word)) return document(`src/states/${word}/README.md`);
  const subject = subjectOf(word);
  if (subject !== undefined) return describeSubject(subject);
  return errorOf(word) ?? chapterOf(word) ?? fieldAlone(word);
}

/** An error of states of plancc: when each of them has it, as their pages say. */
function errorOf(word: string): string | undefined {
  const types = stateTypes.filter(({ errors }) => word in errors).map(({ type }) => type);
  if (types.length === 0) return undefined;
  const said = types.map((type) => ({ type, when: whenIn(document(`src/states/${type}/README.md`), word) }));
  // Whose page has no such row has the error as another type has it.
  const silent = said.filter(({ when }) => when === undefined).map(({ type }) => type);
  const rows = said.flatMap(({ type, when }) =>
    when === undefined ? [] : [`| ${[type, ...silent].join(', ')} | ${when} |\n`],
  );
  return `# ${word}\n\nAn error, by which a \`Catch\` or \`Retry\` of a state names it.\n\n| state | when |\n| - | - |\n${rows.join('')}`;
}

/** When a page says that there is an error. */
const whenIn = (page: string, error: string): string | undefined =>
  new RegExp(`^\\| \`${error}\` +\\| (.*?) *\\|$`, 'm').exec(page)?.[1];

function chapterOf(word: string): string | undefined {
  const asked = roots.includes(word.split('.')[0]!) ? 'references' : word.toLowerCase();
  return chapters().find(({ name }) => name === asked)?.text;
}

/** A field that is named without what it belongs to. */
function fieldAlone(word: string): string | undefined {
  const owned = subjects().filter(({ name }) => name.endsWith(`.${word}`));
  const [first] = owned;
  if (first === undefined) return undefined;
  const meanings = [...new Set(owned.map(({ schema }) => schema.description))];
  if (meanings.length === 1) return describeSubject({ ...first, name: word });
  const rows = meanings.map((meaning) => {
    const same = owned.filter(({ schema }) => schema.description === meaning).map(({ name }) => name);
    return `| ${same.join(', ')} | ${meaning} |\n`;
  });
  return `# ${word}\n\nSeveral things have a field of that name:\n\n| explain | what it is |\n| - | - |\n${rows.join('')}`;
}

/** Names that may have been meant: those of the same owner before all others. */
export function nearTopics(word: string): readonly string[] {
  // Of two codes none is nearer to what was meant.
  if (/^plan\d/i.test(word)) return [];
  const [owner, field] = word.split('.');
  const names = [
    ...subjects().map(({ name }) => name),
    ...stateTypes.flatMap(({ errors }) => Object.keys(errors)),
  ];
  const same = field === undefined ? [] : names.filter((name) => name.endsWith(`.${field}`));
  if (same.length > 0) return same;
  return subjectOf(owner!) === undefined ? names : names.filter((name) => name.startsWith(`${owner}.`));
}

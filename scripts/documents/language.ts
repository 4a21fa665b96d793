import { readFileSync } from 'node:fs';
import { fieldTable } from '../../src/schema/describe.js';
import { fieldsOf, subjectOf } from '../../src/schema/lookup.js';

const part = /(<!-- fields of (\S+) -->\n)[\s\S]*?(<!-- \/fields -->)/g;

/** `docs/language.md` with its tables of fields as the schema has them. */
export const languageDocument = (): string =>
  readFileSync('docs/language.md', 'utf8').replace(part, (_, start: string, name: string, end: string) => {
    const subject = subjectOf(name);
    if (subject === undefined) throw new Error(`docs/language.md asks for the fields of \`${name}\``);
    return `${start}\n${fieldTable([...fieldsOf(subject).values()])}\n${end}`;
  });

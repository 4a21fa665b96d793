import { readFileSync } from 'node:fs';
import { fieldTable } from '../../src/schema/describe.js';
import { fieldsOf, subjectOf } from '../../src/schema/lookup.js';
import { withParts } from './parts.js';

/** `docs/language.md` with its tables of fields as the schema has them. */
export const languageDocument = (): string =>
  withParts(readFileSync('docs/language.md', 'utf8'), (_, name = 'plan') => {
    const subject = subjectOf(name);
    if (subject === undefined) throw new Error(`docs/language.md asks for the fields of \`${name}\``);
    return fieldTable([...fieldsOf(subject).values()]);
  });

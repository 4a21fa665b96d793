import { readFileSync } from 'node:fs';
import { fieldTable } from '../../src/schema/describe.js';
import { fieldsOf, type Subject } from '../../src/schema/lookup.js';
import { mocks } from '../../src/schema/mocks.js';
import { simulations } from '../../src/schema/simulations.js';
import { withParts } from './parts.js';

const file = 'docs/simulations.md';

const documents: { readonly [name: string]: Subject } = {
  mocks: { name: 'mocks', schema: mocks, required: false },
  simulations: { name: 'simulations', schema: simulations, required: false },
};

/** The document with its tables of fields as the schemas have them. */
export const simulationsDocument = (): string =>
  withParts(readFileSync(file, 'utf8'), (_, name = '') => {
    const [document, ...fields] = name.split('.');
    const subject = fields.reduce<Subject | undefined>(
      (found, field) => found && fieldsOf(found).get(field),
      documents[document!],
    );
    if (subject === undefined) throw new Error(`${file} asks for the fields of \`${name}\``);
    return fieldTable([...fieldsOf(subject).values()]);
  });

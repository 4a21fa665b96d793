import type { Schema } from '../language/schema.js';
import { ofType } from '../language/type-words.js';
import { exampleBlock } from './examples.js';
import { fieldsOf, type Subject } from './lookup.js';
import { stateSchemas } from './state.js';
import { table } from './table.js';

/** A subject of the plan language as Markdown: what it is, what it may be, an example, its fields. */
export function describeSubject(subject: Subject): string {
  const { name, schema } = subject;
  const fields = [...fieldsOf(subject).values()];
  const own = name in stateSchemas ? 'Name of the state' : lastOf(name);
  const example = schema.examples?.[0];
  return [
    `# ${name}`,
    schema.description,
    [subject.required ? 'Required.' : '', fields.length > 0 ? '' : mustBe(schema)].filter(Boolean).join(' '),
    example === undefined ? undefined : exampleBlock(own, example),
    fields.length > 0 ? fieldTable(fields).trimEnd() : undefined,
  ]
    .filter(Boolean)
    .join('\n\n')
    .concat('\n');
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const oneOf = ({ enum: allowed }: Schema): string | undefined =>
  Array.isArray(allowed) ? `One of ${allowed.map((value) => `\`${value}\``).join(', ')}.` : undefined;

function mustBe(schema: Schema): string {
  const { expected, type } = schema;
  const one = oneOf(schema);
  if (one !== undefined) return one;
  const words = typeof expected === 'string' ? expected : type && ofType(type);
  return words ? `It must be ${words}.` : '';
}

/** Fields with what they are; required ones in bold. */
export const fieldTable = (fields: readonly Subject[]): string =>
  table(
    ['field', 'what it is', 'example'],
    fields.map(({ name, schema, required }) => {
      const own = lastOf(name);
      const example = schema.examples?.[0];
      return [
        required ? `**${own}**` : own,
        [schema.description, oneOf(schema)].filter(Boolean).join(' '),
        example === undefined ? '' : `\`${JSON.stringify(example)}\``,
      ];
    }),
  );

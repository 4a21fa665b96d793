import { stringify } from 'yaml';
import type { Schema } from '../language/schema.js';

export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value };
export type Fields = { readonly [name: string]: Value };

/** An example as a block of Markdown, under the name of what it is an example of. */
export function exampleBlock(name: string | undefined, example: unknown): string {
  const shown = name === undefined ? example : { [name]: example };
  return `\`\`\`yaml\n${stringify(shown, { lineWidth: 0 })}\`\`\``;
}

/** A state of this type: its example, else the settings it cannot do without. */
export function exampleState(type: string, schema: Schema): Fields {
  const { Properties } = schema.properties ?? {};
  return (schema.examples?.[0] ?? {
    Type: type,
    ...(typeof Properties === 'object' && { Properties: requiredFields(Properties) }),
  }) as Fields;
}

/** Examples of the fields that are required, or of the first one where none is. */
export function requiredFields({
  properties = {},
  required = Object.keys(properties).slice(0, 1),
}: Schema): Fields {
  return Object.fromEntries(
    required.flatMap((name): [string, Value][] => {
      const field = properties[name];
      if (typeof field !== 'object') return [];
      const example = field.examples?.[0] ?? (field.properties && requiredFields(field));
      return example === undefined ? [] : [[name, example as Value]];
    }),
  );
}

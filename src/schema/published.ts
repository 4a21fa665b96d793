import { definitions } from '../asl/states/index.js';
import type { Schema } from '../language/schema.js';
import { intrinsic } from '../language/values.js';
import { diagnostics } from './diagnostics.js';
import { manifest } from './manifest.js';
import { parameter } from './parameter.js';
import { plan } from './plan.js';
import { rewrite } from './rewrite.js';
import { runner } from './runner.js';
import { snippet } from './snippet.js';
import { stateSchemas } from './state.js';

const types = Object.entries(stateSchemas);

/**
 * A state by its `Type`. `if`/`then` and not `oneOf`: with `oneOf` an editor offers the fields of few types, and one
 * mistake is reported once for every type. `type: object` keeps a state that is still empty out of every branch.
 */
const state: Schema = {
  type: 'object',
  required: ['Type'],
  properties: {
    Type: {
      description:
        'The type: lower-case types are of plancc, capitalised ones of the Amazon States Language.',
      enum: types.map(([type]) => type),
      enumDescriptions: types.map(([, schema]) => schema.description),
    },
  },
  allOf: types.map(([type]) => ({
    if: { type: 'object', required: ['Type'], properties: { Type: { const: type } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: `#/definitions/${type}State` },
  })),
  defaultSnippets: types.map(([type, schema]) => ({
    label: type,
    description: plain(schema.description ?? ''),
    body: snippet(type, schema),
  })),
};

const own = ['expected', 'exactlyOne', 'atMostOne'];

/** What editors know of a fragment: a title, the description with and without Markdown, and words for a pattern. */
function forEditors(schema: Schema, name: string | undefined): Schema {
  if (schema === intrinsic) return { $ref: '#/definitions/intrinsic' };
  const { $ref, title = name, description, pattern, expected } = schema;
  const words = {
    ...(title !== undefined && description !== undefined && { title }),
    ...(description !== undefined && { description: plain(description), markdownDescription: description }),
  };
  if ($ref !== undefined)
    return description === undefined ? schema : { ...words, ...rest(schema), allOf: [{ $ref }] };
  return {
    ...words,
    ...rest(schema),
    ...(pattern !== undefined && expected !== undefined && { patternErrorMessage: `must be ${expected}` }),
  };
}

const rest = (schema: Schema): Schema => {
  const dropped = [...own, 'title', 'description', 'markdownDescription', '$ref'];
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !dropped.includes(key))) as Schema;
};

function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

const publish = (name: string, schema: Schema): Schema =>
  rewrite(
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `https://unpkg.com/plancc/schemas/${name}.schema.json`,
      ...schema,
    },
    forEditors,
  );

/** The schema of a plan for editors and other tools: draft-07, without keywords of our own. */
export function planSchema(): Schema {
  const { definitions: parts, ...top } = publish('plan', {
    ...plan,
    definitions: {
      state,
      ...definitions,
      parameter,
      runner,
      ...Object.fromEntries(types.map(([type, schema]) => [`${type}State`, schema])),
    },
  });
  return { ...top, definitions: { ...parts, intrinsic: rewrite({ ...intrinsic }, forEditors) } } as Schema;
}

/** The schema of a distribution's `manifest.json`. */
export const manifestSchema = (): Schema => publish('manifest', manifest);

/** The schema of what commands print with `--json`. */
export const diagnosticsSchema = (): Schema => publish('diagnostics', diagnostics);

import type { Schema } from '../../language/schema.js';
import { exampleState } from '../examples.js';
import { stateSchemas } from '../state.js';
import { links } from './links.js';
import { tabStops } from './snippet.js';
import { plain, words } from './words.js';

const types = Object.entries(stateSchemas);
const summaries = types.map(([, { description = '' }]) => description);
const link = (type: string) => links[`${type}State`]!;
const named = (type: string) => type[0]!.toUpperCase() + type.slice(1);

function typeWords(type: string, schema: Schema): Schema {
  const { description = '' } = schema;
  const examples = [{ [named(type)]: exampleState(type, schema) }];
  return words({ title: type, description, examples }, undefined, link(type));
}

function bodySnippet([type, schema]: readonly [string, Schema]) {
  const { title: label, description, markdownDescription } = typeWords(type, schema);
  return { label, description, markdownDescription, body: tabStops(exampleState(type, schema)) };
}

function namedSnippet([type, schema]: readonly [string, Schema]) {
  const body = { [`\${1:${named(type)}}`]: tabStops(exampleState(type, schema), 2) };
  return { ...bodySnippet([type, schema]), label: `New state: ${type}`, body };
}

const anyType = {
  title: 'Type',
  description: 'The type: lower-case types are of plancc, capitalised ones of the Amazon States Language.',
  enum: types.map(([type]) => type),
  enumDescriptions: summaries.map(plain),
  'x-intellij-enum-metadata': Object.fromEntries(
    types.map(([type], index) => [type, { description: plain(summaries[index]!) }]),
  ),
};

/**
 * A state by its `Type`. `if`/`then` and not `oneOf`: with `oneOf` an editor offers the fields of few types, and one
 * mistake is reported once for every type. `type: object` keeps a state that is still empty out of every branch, and
 * snippets stand where no type is yet, or they would be offered inside a state that has one.
 */
export const state: Schema = {
  type: 'object',
  required: ['Type'],
  properties: { Type: true },
  allOf: [
    {
      if: { type: 'object', required: ['Type'], properties: { Type: true } },
      else: { defaultSnippets: types.map(bodySnippet) },
    },
    ...types.map(([type]) => ({
      if: { type: 'object', required: ['Type'], properties: { Type: { title: 'Type', const: type } } },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { $ref: `#/definitions/${type}State` },
    })),
    // Behind the types: a hover shows the words of the first schema that has any, which are then those of one type.
    { properties: { Type: anyType } },
  ],
} as Schema;

/** Snippets for whole states, with their names. */
export const newStates: Schema = { defaultSnippets: types.map(namedSnippet) } as Schema;

/** The type of a state where it stands: what a hover over it shows. */
export const typeField = (type: string, schema: Schema): Schema => ({
  const: type,
  ...typeWords(type, schema),
});

import type { Schema } from '../../language/schema.js';
import { exampleBlock } from '../examples.js';

/** Text for places that show no Markdown. */
export const plain = (markdown: string): string => markdown.replaceAll('`', '');

/**
 * What an editor shows for a fragment: a title, the text with an example and a link in Markdown, and the text with the
 * link for editors that know no Markdown. https://github.com/SchemaStore/schemastore/blob/master/CONTRIBUTING.md asks for
 * the link on a line of its own.
 */
export function words(schema: Schema, name: string | undefined, link: string): Schema {
  const { title = name, description, examples } = schema;
  if (description === undefined) return {};
  const example = examples?.[0];
  const parts = [
    description,
    ...(example === undefined ? [] : [exampleBlock(name, example)]),
    `[More](${link})`,
  ];
  return {
    ...(title !== undefined && { title }),
    description: `${plain(description)}\n${link}`,
    markdownDescription: parts.join('\n\n'),
  };
}

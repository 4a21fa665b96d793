import type { Schema } from '../../src/language/schema.js';
import { table } from '../../src/schema/table.js';
import type { StateType } from '../../src/states/define.js';

/** The plan of an example and the other files of its project. */
export interface Example {
  readonly plan: string;
  readonly files: { readonly [path: string]: string };
}

const fence = /^```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm;

/** A block without a title is a plan; those with titles behind it are the files beside it. */
export function examples(markdown: string): readonly Example[] {
  const found: { plan: string; files: Record<string, string> }[] = [];
  for (const [, , title, text] of markdown.matchAll(fence)) {
    if (title === undefined) found.push({ plan: text!, files: {} });
    else found.at(-1)!.files[title] = text!;
  }
  return found;
}

/** The table of a type's properties as its README shows it. */
export function propertyTable({ schema }: StateType): string {
  const { properties = {}, required = [] } = schema as Schema;
  const rows = Object.entries(properties as { readonly [name: string]: Schema }).map(([name, property]) => {
    const [example] = (property.examples as readonly unknown[] | undefined) ?? [];
    return [
      required.includes(name) ? `**${name}**` : name,
      String(property.description),
      example === undefined ? '' : `\`${JSON.stringify(example)}\``,
    ];
  });
  return table(['property', 'what it is', 'example'], rows);
}

const marked = /(<!-- properties -->\n)[\s\S]*?(\n?<!-- \/properties -->)/;

/** The README with its table as it should be. */
export const withTable = (markdown: string, type: StateType): string =>
  markdown.replace(marked, (_all, before: string, after: string) => {
    return `${before}\n${propertyTable(type)}\n${after.trimStart()}`;
  });

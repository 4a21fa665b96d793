import { type Document, isScalar, parseDocument, stringify } from 'yaml';

/**
 * A plan with a first line that tells editors where the schema is:
 * https://github.com/redhat-developer/yaml-language-server#using-inlined-schema
 */
export const withSchema = (text: string, schema: string): string =>
  `# yaml-language-server: $schema=${schema}\n${text}`;

export const textOf = (plan: Document): string => plan.toString({ lineWidth: 0 });

/** A YAML text with another value at a path where it has one; comments and spaces stay as they are. */
export function withValue(text: string, path: readonly string[], value: string): string {
  const found = parseDocument(text).getIn(path, true);
  if (!isScalar(found) || !found.range) return text;
  const [start, end] = found.range;
  return text.slice(0, start) + stringify(value).trimEnd() + text.slice(end);
}

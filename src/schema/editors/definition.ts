import type { Schema } from '../../language/schema.js';
import { intrinsic } from '../../language/values.js';
import { rewrite } from '../rewrite.js';
import { fieldLinks, links } from './links.js';
import { missingWhenKnown, unknownWhenComplete } from './one-error.js';
import { exampleSnippet, fieldSnippet } from './snippet.js';
import { words } from './words.js';

const without = (schema: Schema, keywords: readonly string[]): Schema =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !keywords.includes(key))) as Schema;

/** Keywords that only the compiler's validators know. */
const ours = ['expected', 'exactlyOne', 'atMostOne', 'holds'];

/** A fragment without keywords of ours. */
export const forPrograms = (schema: Schema): Schema => without(schema, ours);

/** A fragment without what is written anew for editors. */
const rest = (schema: Schema): Schema =>
  without(schema, [...ours, 'title', 'description', 'examples', '$ref']);

/** Text first: it is what an editor takes a field for that may be anything. */
const anything = ['string', 'object', 'array', 'number', 'boolean', 'null'] as const;
const takesAnything = (schema: Schema): boolean =>
  schema.description !== undefined &&
  !['type', 'anyOf', 'enum', 'const', 'pattern', 'minLength'].some((keyword) => keyword in schema);

/**
 * An editor takes a function that is written as a tag for what stands behind the tag: `!Ref Topic` is `Topic`. No pattern
 * holds there; what the text is, the compiler knows.
 */
function withoutPatterns(schema: Schema): Schema {
  const { anyOf } = schema;
  if (anyOf === undefined || !(anyOf as readonly unknown[]).includes(intrinsic)) return schema;
  const others = anyOf.filter((inner) => !(typeof inner === 'object' && 'pattern' in inner));
  return others.length === anyOf.length ? schema : { ...schema, anyOf: [{ type: 'string' }, ...others] };
}

/** Where text may stand as well as a list, an editor begins a list when it sees what is in one. */
function withTextFirst(schema: Schema): Schema {
  const { type, items, ...others } = schema;
  if (!Array.isArray(type) || items === undefined) return schema;
  return { ...others, type, allOf: [{ items }] } as Schema;
}

/** The same for editors: titles, texts with examples and links, snippets, words for a pattern; no keyword of ours. */
const forEditors =
  (link: string) =>
  (given: Schema, name: string | undefined): Schema => {
    const schema = withTextFirst(withoutPatterns(given));
    if (schema === intrinsic) return { $ref: '#/definitions/intrinsic' };
    if (schema.markdownDescription !== undefined) return schema; // written below, beside a reference
    const { $ref, pattern, expected } = schema;
    const shown = words(schema, name, link);
    const first = { title: shown.title, markdownDescription: shown.markdownDescription } as Schema;
    const snippet = name === undefined ? {} : fieldSnippet(schema, name);
    // What stands beside a reference is ignored, and a hover shows the words of the first schema: those of `allOf` come
    // before those of `anyOf`, and both before those of the schema itself.
    if ($ref !== undefined)
      return schema.description === undefined
        ? schema
        : { ...shown, ...rest(schema), allOf: [first, { $ref }], ...snippet };
    return {
      ...shown,
      ...rest(schema),
      ...snippet,
      ...exampleSnippet(schema, name),
      ...(schema.anyOf !== undefined && shown.title !== undefined && { allOf: [first] }),
      ...(takesAnything(schema) && { type: anything }),
      ...(pattern !== undefined && expected !== undefined && { patternErrorMessage: `must be ${expected}` }),
    };
  };

/** Definitions of what stands in lists. */
const items = ['retrier', 'catcher', 'choiceRule', 'branch'];

/** Says of a fragment in the definition of this name what is allowed there. */
export type Strictness = (schema: Schema, definition: string) => Schema;

/** One error for one mistake. */
export const strict: Strictness = (schema, definition) =>
  items.includes(definition) ? unknownWhenComplete(schema) : missingWhenKnown(schema);

/** A definition of the published schema; `name` is the one it is referred to by. */
export function definition(name: string, schema: Schema, strictness: Strictness): Schema {
  const link = links[name] ?? links.plan!;
  const change = forEditors(link);
  const published = rewrite(schema, (inner, field) => strictness(change(inner, field), name));
  if (!name.endsWith('State')) return published;
  const fields = Object.entries(schema.properties ?? {}).map(([field, inner]) => {
    const fieldLink = fieldLinks[field];
    return [
      field,
      fieldLink === undefined
        ? published.properties![field]
        : rewrite(inner as Schema, (one, own) => strictness(forEditors(fieldLink)(one, own), name), field),
    ];
  });
  return { ...published, properties: Object.fromEntries(fields) } as Schema;
}

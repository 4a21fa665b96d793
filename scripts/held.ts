import { definitions, nativeStates } from '../src/asl/states/index.js';
import type { Holds, Schema } from '../src/language/schema.js';
import { ownState } from '../src/schema/state.js';

/** A part of the schemas as `src/generated/held.ts` has it: see `Held` there. */
interface Held {
  readonly holds?: Holds;
  readonly part?: string;
  readonly fields?: { readonly [name: string]: Held };
}

function heldOf(schema: Schema): Held | undefined {
  const { holds, items, properties } = schema;
  const $ref = schema.$ref ?? (items as Schema | undefined)?.$ref;
  const name = $ref?.slice('#/definitions/'.length);
  const part = name !== undefined && name in parts ? name : undefined;
  const fields = fieldsOf(properties ?? {});
  const inside = Object.keys(fields).length > 0 && holds === undefined ? { fields } : {};
  const held = { ...(holds && { holds }), ...(part && { part }), ...inside };
  return Object.keys(held).length === 0 ? undefined : held;
}

const fieldsOf = (properties: NonNullable<Schema['properties']>): { readonly [name: string]: Held } =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, schema]) => {
      const held = heldOf(schema as Schema);
      return held === undefined ? [] : [[name, held]];
    }),
  );

/** States inside of states are states of their own. */
const scopes = ['branch', 'body', 'states', 'state'];
const parts = Object.fromEntries(Object.entries(definitions).filter(([name]) => !scopes.includes(name)));

const table = (schemas: { readonly [name: string]: Schema }) =>
  Object.fromEntries(
    Object.entries(schemas).map(([name, { properties }]) => [name, fieldsOf(properties ?? {})]),
  );

/** What the fields of states hold, as the schemas say it, without the rest of them. */
export const heldModule = (): string => `// Written by scripts/generate.ts
import type { Holds } from '../language/schema.js';

/** What a field holds: something the compiler checks, a part or a list of parts, or further fields. */
export interface Held {
  readonly holds?: Holds;
  /** A name in \`parts\`. */
  readonly part?: string;
  readonly fields?: Fields;
}

export interface Fields {
  readonly [name: string]: Held;
}

/** The fields of Amazon's states, by type. */
export const native: { readonly [type: string]: Fields } = ${JSON.stringify(table(nativeStates), null, 2)};

/** The fields of plancc's states, but for those in \`Properties\`. */
export const own: Fields = ${JSON.stringify(fieldsOf(ownState.properties ?? {}), null, 2)};

/** The fields of what stands inside states. */
export const parts: { readonly [name: string]: Fields } = ${JSON.stringify(table(parts), null, 2)};
`;

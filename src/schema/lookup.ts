import { definitions } from '../asl/states/index.js';
import type { Schema } from '../language/schema.js';
import { parameter } from './parameter.js';
import { plan } from './plan.js';
import { runner } from './runner.js';
import { stateSchemas } from './state.js';

/** Something of the plan language that has a name: the plan, a type of state, a field of either, a field of that. */
export interface Subject {
  /** As people write it: `cdk`, `cdk.Path`, `Parameters.Default`. */
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

const referred: { readonly [name: string]: Schema } = { ...definitions, parameter, runner };

/** The schema itself where it is only referred to, with the words of who refers to it. */
function resolved({ $ref, ...own }: Schema): Schema {
  const found = $ref === undefined ? undefined : referred[$ref.slice('#/definitions/'.length)];
  return found === undefined ? own : { ...found, ...own };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** The schemas with the fields of a value: its own, those of its entries or items, those of its alternatives. */
function* holders(schema: Schema): Generator<Schema> {
  const { properties, additionalProperties, items, anyOf = [] } = schema;
  if (properties !== undefined) yield schema;
  for (const inner of [additionalProperties, items, ...anyOf])
    if (isSchema(inner) && !Array.isArray(inner)) yield* holders(resolved(inner));
}

/** The fields of a subject, by name; those of `Properties` stand beside the others, as there is no other way to name them. */
export function fieldsOf(subject: Subject): ReadonlyMap<string, Subject> {
  const found = new Map<string, Subject>();
  const collect = (schema: Schema): void => {
    for (const { properties = {}, required = [] } of holders(schema))
      for (const [name, inner] of Object.entries(properties)) {
        if (!isSchema(inner) || found.has(name) || (name === 'Type' && 'const' in inner)) continue;
        if (name === 'Properties' && subject.name in stateSchemas) collect(inner);
        else
          found.set(name, {
            name: subject.name === 'plan' ? name : `${subject.name}.${name}`,
            schema: resolved(inner),
            required: required.includes(name),
          });
      }
  };
  collect(subject.schema);
  return found;
}

const root: Subject = { name: 'plan', schema: plan, required: false };

/** The plan and the types of states. */
export const roots: ReadonlyMap<string, Subject> = new Map([
  ['plan', root],
  ...Object.entries(stateSchemas).map(([name, schema]): [string, Subject] => [
    name,
    { name, schema, required: false },
  ]),
]);

/** What a name such as `cdk`, `cdk.Path` or `Parameters.Default` stands for. */
export function subjectOf(written: string): Subject | undefined {
  const [first, ...rest] = written.split('.');
  return rest.reduce<Subject | undefined>(
    (subject, name) => subject && fieldsOf(subject).get(name),
    roots.get(first!) ?? fieldsOf(root).get(first!),
  );
}

/** The names of all types, their fields, the fields of a plan and theirs. */
export const subjectNames = (): readonly string[] => [
  ...roots.keys(),
  ...[...roots.values(), ...fieldsOf(root).values()].flatMap((subject) =>
    [...fieldsOf(subject).values()].map(({ name }) => name),
  ),
];

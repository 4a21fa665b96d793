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

const subject = (name: string, schema: Schema): Subject => ({ name, schema, required: false });

export const planSubject = subject('plan', plan);
export const typeSubjects = Object.entries(stateSchemas).map(([name, schema]) => subject(name, schema));
const roots = [planSubject, ...typeSubjects];

/** What a name such as `cdk`, `cdk.Path` or `Parameters.Default` stands for. */
export function subjectOf(written: string): Subject | undefined {
  const [first, ...rest] = written.split('.');
  return rest.reduce<Subject | undefined>(
    (found, name) => found && fieldsOf(found).get(name),
    roots.find(({ name }) => name === first) ?? fieldsOf(planSubject).get(first!),
  );
}

/** The plan and all types, their fields, and those of the fields of a plan. */
export function subjects(): readonly Subject[] {
  const inside = (some: Iterable<Subject>) => [...some].flatMap((one) => [...fieldsOf(one).values()]);
  return [...roots, ...inside(roots), ...inside(fieldsOf(planSubject).values())];
}

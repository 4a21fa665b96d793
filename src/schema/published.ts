import { definitions } from '../asl/states/index.js';
import type { Schema } from '../language/schema.js';
import { intrinsic } from '../language/values.js';
import { address } from './address.js';
import { diagnostics } from './diagnostics.js';
import { definition, forPrograms } from './editors.js';
import { manifest } from './manifest.js';
import { parameter } from './parameter.js';
import { plan } from './plan.js';
import { rewrite } from './rewrite.js';
import { runner } from './runner.js';
import { stateSchemas } from './state.js';
import { newStates, state, typeField } from './state-definition.js';

const head = (name: string) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: address(`schemas/${name}.schema.json`),
});

const all = (schemas: { readonly [name: string]: Schema }) =>
  Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, definition(name, schema)]));

function stateDefinition(type: string, schema: Schema): Schema {
  const published = definition(`${type}State`, schema);
  return { ...published, properties: { ...published.properties, Type: typeField(type, schema) } } as Schema;
}

/** The schema of a plan for editors and other tools: draft-07, without keywords of our own. */
export function planSchema(): Schema {
  const parts = all({
    ...definitions,
    parameter: { title: 'Parameter', ...parameter },
    runner: { title: 'Runner', ...runner },
    intrinsic: { ...intrinsic },
  });
  return {
    ...head('plan'),
    ...definition('plan', plan),
    definitions: {
      state,
      ...parts,
      states: { ...parts.states, ...newStates },
      ...Object.fromEntries(
        Object.entries(stateSchemas).map(([type, schema]) => [`${type}State`, stateDefinition(type, schema)]),
      ),
    },
  } as Schema;
}

/** The schema of a document that nobody writes by hand. */
const data = (name: string, schema: Schema): Schema => ({ ...head(name), ...rewrite(schema, forPrograms) });

/** The schema of a distribution's `manifest.json`. */
export const manifestSchema = (): Schema => data('manifest', manifest);

/** The schema of what commands print with `--json`. */
export const diagnosticsSchema = (): Schema => data('diagnostics', diagnostics);

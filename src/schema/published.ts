import { definitions } from '../asl/states/index.js';
import type { Schema } from '../language/schema.js';
import { intrinsic } from '../language/values.js';
import { address } from './address.js';
import { diagnostics } from './diagnostics.js';
import { definition, forPrograms, type Strictness, strict } from './editors/definition.js';
import { lenient } from './editors/lenient.js';
import { newStates, state, typeField } from './editors/state.js';
import { environments } from './environments.js';
import { manifest } from './manifest.js';
import { mocks } from './mocks.js';
import { parameter } from './parameter.js';
import { plan } from './plan.js';
import { rewrite } from './rewrite.js';
import { runner } from './runner.js';
import { simulations } from './simulations.js';
import { stateSchemas } from './state.js';

const head = ($id: string) => ({ $schema: 'http://json-schema.org/draft-07/schema#', $id });

function stateDefinition(type: string, schema: Schema, strictness: Strictness): Schema {
  const published = definition(`${type}State`, schema, strictness);
  return { ...published, properties: { ...published.properties, Type: typeField(type, schema) } } as Schema;
}

function planWith($id: string, strictness: Strictness): Schema {
  const all = Object.entries({
    ...definitions,
    parameter: { title: 'Parameter', ...parameter },
    runner: { title: 'Runner', ...runner },
  });
  const parts = Object.fromEntries(all.map(([name, one]) => [name, definition(name, one, strictness)]));
  const types = Object.entries(stateSchemas).map(([type, schema]) => [
    `${type}State`,
    stateDefinition(type, schema, strictness),
  ]);
  return {
    ...head($id),
    ...definition('plan', plan, strictness),
    definitions: {
      state: rewrite(state, (schema) => strictness(schema, 'state')),
      ...parts,
      states: { ...parts.states, ...newStates },
      ...Object.fromEntries(types),
      intrinsic: definition('intrinsic', { ...intrinsic }, strict),
    },
  } as Schema;
}

const published = (name: string) => address(`schemas/${name}.schema.json`);

/** The schema of a plan for editors and other tools: draft-07, without keywords of our own. */
export const planSchema = (): Schema => planWith(published('plan'), strict);

/** The same for https://www.schemastore.org, whose address it has there. */
export const catalogSchema = (): Schema => planWith('https://json.schemastore.org/plancc.json', lenient);

/** The schema of a document that nobody writes by hand. */
const data = (name: string, schema: Schema): Schema => ({
  ...head(published(name)),
  ...rewrite(schema, forPrograms),
});

/** The schema of a distribution's `manifest.json`. */
export const manifestSchema = (): Schema => data('manifest', manifest);

/** The schema of what commands print with `--json`. */
export const diagnosticsSchema = (): Schema => data('diagnostics', diagnostics);

/** The schema of a document that is written beside a plan, for editors. */
const beside = (name: string, schema: Schema): Schema => ({
  ...head(published(name)),
  ...definition(name, schema, strict),
});

/** The schema of `mocks.yaml`. */
export const mocksSchema = (): Schema => beside('mocks', mocks);

/** The schema of `simulations.yaml`. */
export const simulationsSchema = (): Schema => beside('simulations', simulations);

/** The schema of `environments.yaml`. */
export const environmentsSchema = (): Schema => beside('environments', environments);

import type { Mocks } from '../../engines/local/mocks/mocks.js';
import { createValues } from '../../engines/local/values.js';
import { resolveParameters } from '../../environment/parameters.js';
import type { Payload } from '../../environment/records.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { madeUpDependency } from './made-up.js';
import type { Case } from './simulations.js';

/** What the machine of a plan starts with in a case. Throws a `StatesError` when a parameter has no value. */
export async function payloadOf(
  plan: Plan,
  { Parameters: given = {}, Dependencies: outputs = {} }: Case,
  mocks: Mocks,
  environment: string,
  startedAt: string,
): Promise<Payload> {
  const distribution = { name: plan.name, version: plan.version, id: 'simulation' };
  const dependencies = Object.fromEntries(
    [...plan.dependencies.keys()].map((name) => [
      name,
      { ...madeUpDependency(plan, name), ...outputs[name] },
    ]),
  );
  const declared = Object.fromEntries(
    [...plan.parameters.values()].map(({ name, value }): [string, JsonObject] => [
      name,
      Object.hasOwn(given, name) ? { ...value, Values: { [environment]: given[name]! } } : value,
    ]),
  );
  const known = { environment, distribution, dependencies };
  const { parameters } = await resolveParameters(createValues(mocks), declared, known);
  return {
    ...known,
    parameters,
    deployment: { id: 'simulation', startedAt },
    output: {},
    input: {},
  };
}

import { hash } from 'node:crypto';
import type { RunnerSettings } from '../../ports/jobs.js';
import type { JsonObject } from '../../source/document.js';
import type { Wait } from '../run-context.js';

/** Gives a runner the job that will answer. */
export const submit =
  (type: 'runner' | 'cdk'): Wait<JsonObject> =>
  async ({ state, iteration, entry, retry, properties, payload, ports, token }) => {
    const { Runner, ...rest } = properties;
    const { environment, distribution, deployment } = payload;
    const place = [environment, distribution.name, deployment.id, entry, retry];
    await ports.jobs.submit({
      id: hash('sha256', JSON.stringify(place)).slice(0, 32),
      entry,
      type,
      state,
      iteration,
      token,
      environment,
      distribution,
      deployment: deployment.id,
      // It was lowered to the settings of the runner that it names.
      runner: Runner as RunnerSettings | undefined,
      properties: rest,
      payload,
      submitted: ports.clock.now(),
    });
  };

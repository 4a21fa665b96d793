import type { Values } from '../../../ports/values.js';
import type { Acting } from '../acting.js';
import { documentIn } from './document.js';
import { resultOf } from './invoke.js';
import { secretNamed } from './secret.js';
import { parameterNamed } from './ssm.js';

/** Values of an account: what a plan's parameters name is the environment's own to read, a document the plan's role's. */
export function createValues(acting: Acting): Values {
  const own = acting.own();
  return {
    ssm: async (name, as) => parameterNamed(await own.ssm(), name, as),
    secret: async (id) => secretNamed(await own.secrets(), id),
    invoke: async (functionName, payload) => resultOf(await own.lambda(), functionName, payload),
    document: async (bucket, key, assumeRoleArn) =>
      documentIn(await acting.ofPlan({ assumeRoleArn }).s3(), bucket, key),
  };
}

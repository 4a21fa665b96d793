import type { Values } from '../../ports/values.js';
import { type Mocks, objectIn, parameterIn, resultIn, secretIn } from './mocks/mocks.js';

/** The values of an account that is not there, as mocks say them. */
export const createValues = (mocks: Mocks): Values => ({
  ssm: async (name) => parameterIn(mocks, name),
  secret: async (id) => secretIn(mocks, id),
  invoke: async (functionName) => resultIn(mocks, functionName),
  document: async (bucket, key) => objectIn(mocks, bucket, key),
});

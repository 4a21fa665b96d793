import type { Values } from '../../ports/values.js';
import { toWriteInLine } from './mocks/missing.js';
import { type Mocks, mocksFile, objectIn, parameterIn, resultIn, secretIn } from './mocks/mocks.js';

/** Where each kind of value stands in mocks, and how it may be written. */
const sections = {
  ssm: ['Parameters', 'text'],
  secret: ['Secrets', 'not a real one'],
  invoke: ['Functions', 'result'],
  document: ['Objects', {}],
} as const;

/** The values of an account that is not there, as mocks say them. */
export const createValues = (mocks: Mocks): Values => ({
  ssm: async (name) => parameterIn(mocks, name),
  secret: async (id) => secretIn(mocks, id),
  invoke: async (functionName) => resultIn(mocks, functionName),
  document: async (bucket, key) => objectIn(mocks, bucket, key),
  advice,
});

/** What to write into the mocks for a value that is not there. */
export function advice(asked: keyof typeof sections, name: string): string {
  const [section, value] = sections[asked];
  return `write it into ${mocksFile}: \`${toWriteInLine(section, name, value)}\``;
}

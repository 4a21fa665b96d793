import type { Values } from '../../ports/values.js';
import { toWriteInLine } from './mocks/missing.js';
import { type Mocks, mocksFile, objectIn, parameterIn, resultIn, secretIn } from './mocks/mocks.js';

/** Where each kind of value stands in mocks, and what stands there for it in advice: what hides secrets leaves these. */
const sections = {
  ssm: ['Parameters', '<value>'],
  secret: ['Secrets', '<value>'],
  invoke: ['Functions', '<value>'],
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

/** What to write into the mocks for a value that is not there. Mocks are part of the version, which never changes. */
export function advice(asked: keyof typeof sections, name: string): string {
  const [section, value] = sections[asked];
  return `write \`${toWriteInLine(section, name, value)}\` into ${mocksFile} (to deploy it, raise the version)`;
}

import { error } from './define.js';

const forms = {
  mocks: 'an object with `States`, `Parameters`, `Functions` and the like',
  simulations: 'an object with `Cases`',
} as const;

/** 7060–7079: mocks, and simulations. */
export const mockCodes = {
  PLAN7060: error<{ what: string; name: string }>(
    'name that the plan does not have',
    ({ what, name }) => `\`${name}\` is not a ${what} of the plan`,
  ),
  PLAN7061: error<{ name: string; type: string }>(
    'mock of a state that calls nothing',
    ({ name, type }) => `\`${name}\` is a \`${type}\` state, which calls nothing that could be mocked`,
  ),
  PLAN7062: error<{ reference: string }>(
    'reference beside the plan',
    ({ reference }) => `\`${reference}\` is not known here, only \`Environment\` is`,
  ),
  PLAN7063: error<{ kind: 'mocks' | 'simulations'; found: string }>(
    'not mocks or simulations',
    ({ kind, found }) => `${kind} are ${forms[kind]}, but this is ${found}`,
  ),
};

import { error } from './define.js';

/** 7060–7079: mocks, and simulations. */
export const mockCodes = {
  PLAN7060: error<{ what: string; name: string }>(
    'mock of something that the plan does not have',
    ({ what, name }) => `\`${name}\` is not a ${what} of the plan`,
  ),
  PLAN7061: error<{ name: string; type: string }>(
    'mock of a state that calls nothing',
    ({ name, type }) => `\`${name}\` is a \`${type}\` state, which calls nothing that could be mocked`,
  ),
  PLAN7062: error<{ reference: string }>(
    'reference in mocks',
    ({ reference }) => `\`${reference}\` is not known in mocks, only \`Environment\` is`,
  ),
  PLAN7063: error<{ found: string }>(
    'not mocks',
    ({ found }) =>
      `mocks are an object with \`States\`, \`Parameters\`, \`Functions\` and the like, but this is ${found}`,
  ),
};

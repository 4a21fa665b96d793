import { error } from './define.js';

const forms = {
  mocks: 'an object with `States`, `Parameters`, `Functions` and the like',
  simulations: 'an object with `Cases`',
  environments: 'an object with the names of environments',
} as const;

/** 7060–7079: mocks, and simulations. */
export const mockCodes = {
  PLAN7060: error<{ what: string; name: string }>(
    'name that the plan does not have',
    ({ what, name }) => `\`${name}\` is not ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what} of the plan`,
  ),
  PLAN7061: error<{ name: string; type: string }>(
    'mock of a state that calls nothing',
    ({ name, type }) => `\`${name}\` is a \`${type}\` state, which calls nothing that could be mocked`,
  ),
  PLAN7062: error<{ reference: string }>(
    'reference beside the plan',
    ({ reference }) => `\`${reference}\` is not known here, only \`Environment\` is`,
  ),
  PLAN7063: error<{ kind: keyof typeof forms; found: string }>(
    'not mocks, simulations or environments',
    ({ kind, found }) => `${kind} are ${forms[kind]}, but this is ${found}`,
  ),
  PLAN7064: error<{ name: string }>(
    'secret parameter in a simulation',
    ({ name }) => `\`${name}\` is secret: in no simulation is its value known`,
  ),
  PLAN7065: error<{ reason: string }>(
    'simulations cannot be read',
    ({ reason }) => `the file of the simulations ${reason}`,
  ),
  PLAN7070: error<{ found: string; expected: string }>(
    'simulation that ends otherwise',
    ({ found, expected }) => `the simulation ends ${found}, not ${expected}`,
  ),
  PLAN7071: error<{ state: string; after?: string | undefined }>(
    'state that a simulation does not enter',
    ({ state, after }) => `\`${state}\` is not entered${after === undefined ? '' : ` after \`${after}\``}`,
  ),
  PLAN7072: error<{ name: string; found: string | undefined; expected: string }>(
    'value that is not as expected',
    ({ name, found, expected }) =>
      found === undefined
        ? `there is no \`${name}\`, which should be ${expected}`
        : `\`${name}\` is ${found}, not ${expected}`,
  ),
  PLAN7073: error<{ state: string; runs: number; expected: number }>(
    'state that runs more or less often',
    ({ state, runs, expected }) =>
      `\`${state}\` runs ${runs === 1 ? 'once' : `${runs} times`}, not ${expected === 1 ? 'once' : `${expected} times`}`,
  ),
  PLAN7074: error<{ took: string; expected: string }>(
    'simulation that takes too long',
    ({ took, expected }) => `the simulation takes ${took}, longer than ${expected}`,
  ),
};

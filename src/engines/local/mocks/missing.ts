import { stringify } from 'yaml';
import { StatesError } from '../../../ports/states-error.js';
import type { Json } from '../../../source/document.js';
import { type Mocks, mocksFile } from './mocks.js';

/** Characters of the arguments that are shown: enough to see which call it was. */
const mostShown = 300;

/** What to write into `mocks.yaml`, as YAML: `Return: {}` under the name of a state, say. */
const toWrite = (part: keyof Mocks, name: string, value: Json): string =>
  stringify({ [part]: { [name]: value } }, { lineWidth: 0 }).trimEnd();

/** The same on one line. */
export const toWriteInLine = (part: keyof Mocks, name: string, value: Json): string =>
  `${part}: ${stringify({ [name]: value }, { lineWidth: 0, collectionStyle: 'flow' }).trimEnd()}`;

/** The failure of a state that calls what is not here, and that no mock answers: its cause says what to write. */
export function mockMissing(state: string, called: string, given: Json): StatesError {
  const text = JSON.stringify(given);
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  return new StatesError(
    'MockMissing',
    [
      `there is no AWS here, and \`${mocksFile}\` does not say what \`${state}\` comes to`,
      `Write there what ${called} answers (to deploy it, raise the version):`,
      '',
      toWrite('States', state, { Return: {} }),
      '',
      `It was called with ${shown}`,
    ].join('\n'),
  );
}

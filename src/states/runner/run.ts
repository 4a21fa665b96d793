import { listed } from '../../diagnostics/suggest.js';
import { StatesError } from '../../ports/states-error.js';
import { resolvePath } from '../../source/relative-path.js';
import { howFailed } from '../ended.js';
import type { Perform } from '../job-context.js';
import type { RunnerProperties } from './schema.js';
import { submit } from './submit.js';

export const wait = submit('runner');

export const perform: Perform<RunnerProperties> = async ({ properties, files, commands, written }) => {
  const { Commands, WorkingDirectory = '', Outputs = [] } = properties;
  const folder = resolvePath('', String(WorkingDirectory));
  if (folder === undefined || files().kind(folder) !== 'folder') {
    const reason = `\`WorkingDirectory\` is \`${WorkingDirectory}\`, which is no folder of the distribution`;
    throw new StatesError('JobFailed', reason);
  }
  const failed = howFailed(await commands(Commands.map(String), folder));
  if (failed !== undefined) throw new StatesError('JobFailed', `a command ${failed}`);
  const output = written();
  const missing = Outputs.filter((name) => !Object.hasOwn(output, name));
  if (missing.length > 0) throw new StatesError('JobFailed', notWritten(missing, Object.keys(output)));
  return output;
};

const notWritten = (missing: readonly string[], written: readonly string[]): string =>
  `the job did not write ${listed(missing)}, which \`Outputs\` names, to \`$PLANCC_OUTPUT\`; it wrote ${written.length === 0 ? 'nothing' : listed(written)}`;

import { problem } from '../../diagnostics/problem.js';
import { accountStack, environmentStack } from '../../engines/aws/names.js';
import { deleteEmpty } from '../../engines/aws/own-stacks/store-bucket.js';
import { stackNamed } from '../../engines/aws/stacks/look.js';
import { StoreError } from '../../ports/store-error.js';
import { type ExitCode, exitCodes } from '../command.js';
import { openAccount } from '../environments/aws-account.js';
import { say } from '../report.js';
import type { Terminal } from '../terminal.js';
import { environmentStacks } from './changes.js';
import { agreed, type SetupOptions } from './index.js';
import { unmake } from './make.js';
import { whereaboutsOf } from './options.js';

/** Removes what `setup` made, but for the store as long as something is in it. */
export async function uninstall(options: SetupOptions, terminal: Terminal): Promise<ExitCode> {
  const account = await openAccount(whereaboutsOf(options), terminal);
  const { client } = await account.means();
  if ((await stackNamed(client, accountStack)) === undefined) {
    say(`${account.name} is not set up`, options, terminal);
    return exitCodes.ok;
  }
  const environments = (await environmentStacks(account)).map((name) =>
    name.slice(environmentStack('').length),
  );
  if (environments.length > 0) {
    const help = `remove what is there before: \`plancc env remove ${environments[0]}\``;
    throw new StoreError(problem('PLAN7053', { file: account.name }, { environments }, { help }));
  }
  say(`this deletes the stack ${accountStack} of ${account.name}`, options, terminal);
  const answer = await agreed(account, options, terminal);
  if (answer !== 'agreed') return answer;
  await unmake(account, accountStack, options, terminal);
  if (!(await deleteEmpty(await account.s3(), account.bucket)))
    say(
      [
        `the bucket ${account.bucket} stays, with all that was shipped and deployed; \`plancc setup\` takes it over again`,
        `  to delete it with everything in it, empty it in the console of S3 first`,
      ],
      options,
      terminal,
    );
  say(`removed plancc from ${account.name}`, options, terminal);
  return exitCodes.ok;
}

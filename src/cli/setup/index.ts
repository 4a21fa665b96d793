import { act } from '../../engines/aws/stacks/act.js';
import { agreement } from '../agreement.js';
import { type ExitCode, exitCodes } from '../command.js';
import { type Account, openAccount } from '../environments/aws-account.js';
import { type ReportOptions, say } from '../report.js';
import type { Terminal } from '../terminal.js';
import { accountChange, type Change, environmentChanges, type SettingUp } from './changes.js';
import { hasPrograms, putPrograms, readFramework } from './framework.js';
import { make, unmake } from './make.js';
import { type Whereabouts, whereaboutsOf } from './options.js';
import { changeLines } from './show.js';

export interface SetupOptions extends ReportOptions, SettingUp, Whereabouts {
  readonly yes: boolean;
}

/** Makes or updates what plancc needs in an account and region, after saying what that is. */
export async function setup(options: SetupOptions, terminal: Terminal): Promise<ExitCode> {
  const account = await openAccount(whereaboutsOf(options), terminal);
  const framework = readFramework();
  say(`looking at ${account.name} …`, options, terminal);
  const own = await accountChange(account, framework, options);
  const isNew = own !== undefined && own.before === undefined;
  const others = isNew ? [] : await environmentChanges(account, framework, options);
  const changes = [...(own === undefined ? [] : [own]), ...others];
  if (changes.length === 0 && (await hasPrograms(account.store, framework))) {
    say(`${account.name} is set up, and up to date`, options, terminal);
    return exitCodes.ok;
  }
  say(
    changes.flatMap((change) => changeLines(account, change)),
    options,
    terminal,
  );
  const answer = await agreed(account, options, terminal);
  if (answer !== 'agreed') {
    for (const change of changes) await withdraw(account, change, options, terminal);
    say('nothing was changed', options, terminal);
    return answer;
  }
  if (own !== undefined) await make(account, own.request, options, terminal);
  // They are there before a function is told to take them.
  await putPrograms(account.store, framework);
  for (const { request } of others) {
    say(request.name, options, terminal);
    await make(account, request, options, terminal);
  }
  const next = isNew ? [`  next  plancc env create dev ${account.flags}`] : [];
  say([`set up ${account.name}`, ...next], options, terminal);
  return exitCodes.ok;
}

/** Asks whether something is to be done in an account. */
export async function agreed(
  { name }: Account,
  options: SetupOptions,
  terminal: Terminal,
): Promise<'agreed' | ExitCode> {
  if (options.yes) return 'agreed';
  const unasked = `there is no terminal to ask at whether this may be done in ${name}`;
  return agreement(`do this in ${name}?`, unasked, options, terminal);
}

/** Leaves nothing of a change that nobody wants: its change set, and the stack that has nothing else. */
async function withdraw(
  account: Account,
  { request, before }: Change,
  options: SetupOptions,
  terminal: Terminal,
): Promise<void> {
  await act('DeleteChangeSet', request, await account.means());
  if (before === undefined) await unmake(account, request.name, options, terminal);
}

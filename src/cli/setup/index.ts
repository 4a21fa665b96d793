import { act } from '../../engines/aws/stacks/act.js';
import { type ExitCode, exitCodes } from '../command.js';
import { type Account, openAccount } from '../environments/aws-account.js';
import { twoLines } from '../mistakes.js';
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
  const answer = options.yes ? 'yes' : await agreed(account, terminal);
  if (answer !== 'yes') {
    for (const change of changes) await withdraw(account, change, options, terminal);
    say('nothing was changed', options, terminal);
    return answer === 'no' ? exitCodes.problems : exitCodes.usage;
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
export async function agreed({ name }: Account, terminal: Terminal): Promise<'yes' | 'no' | 'nobody there'> {
  const answer = await terminal.ask(`do this in ${name}? [y/N] `);
  if (answer !== undefined) return /^y(es)?$/i.test(answer.trim()) ? 'yes' : 'no';
  const message = `there is no terminal to ask at whether this may be done in ${name}`;
  terminal.err.write(twoLines({ kind: 'mistake', message, help: 'give `--yes` where that has been agreed' }));
  return 'nobody there';
}

/** Leaves nothing of a change that nobody wants: its change set, and the stack that has nothing else. */
async function withdraw(
  account: Account,
  { request, before }: Change,
  options: SetupOptions,
  terminal: Terminal,
): Promise<void> {
  const means = await account.means();
  await act('DeleteChangeSet', request, { ...means, roleArn: undefined });
  if (before === undefined) await unmake(account, request.name, options, terminal);
}

import { planTags } from '../../cloudformation/plan-tags.js';
import { problem } from '../../diagnostics/problem.js';
import { environmentStack } from '../../engines/aws/names.js';
import { allStacks } from '../../engines/aws/own-stacks/known.js';
import { tagsOf } from '../../engines/aws/stacks/tags.js';
import type { OwnedStack } from '../../environment/orphans.js';
import { StoreError } from '../../ports/store-error.js';
import { type ReportOptions, say } from '../report.js';
import { changeOf } from '../setup/changes.js';
import { hasPrograms, readFramework } from '../setup/framework.js';
import { make, unmake } from '../setup/make.js';
import type { Terminal } from '../terminal.js';
import type { Account } from './aws-account.js';
import { ownedStack } from './owned-stack.js';

/** Makes what an environment consists of. Done again it changes nothing, or goes on. */
export async function buildEnvironment(
  account: Account,
  environment: string,
  parameters: { readonly [name: string]: string },
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const { environment: template, digest, programs } = readFramework();
  if (!(await hasPrograms(account.store, { programs, digest }))) {
    const help = `bring them there: \`plancc setup ${account.flags}\``;
    throw new StoreError(problem('PLAN7054', { file: account.name }, {}, { help }));
  }
  const name = environmentStack(environment);
  const own = { ...parameters, Environment: environment, Code: digest };
  const change = await changeOf(account, { name, template, parameters: own });
  if (change === undefined) return;
  say(`making the stack ${name} in ${account.name}`, options, terminal);
  await make(account, change.request, options, terminal);
}

/** Removes what an environment consists of. Throws a `StoreError` as long as plans are installed in it. */
export async function razeEnvironment(
  account: Account,
  environment: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const { client } = await account.means();
  const stacks = (await allStacks(client)).flatMap(({ StackName = '', Tags }) => {
    const tags = tagsOf(Tags);
    return tags[planTags.environment] === environment && planTags.plan in tags ? [StackName] : [];
  });
  if (stacks.length > 0) {
    // Their roles are bounded by a policy of the environment, which cannot be deleted before them.
    const help = `remove them: \`aws cloudformation delete-stack --stack-name ${stacks[0]} --region ${account.region}\`, with credentials of that account`;
    throw new StoreError(problem('PLAN7056', { file: account.name }, { environment, stacks }, { help }));
  }
  const name = environmentStack(environment);
  say(`removing the stack ${name} of ${account.name}`, options, terminal);
  await unmake(account, name, options, terminal);
}

/** The stacks of an account and region whose tags say which state made them. */
export async function stacksIn(account: Account): Promise<readonly OwnedStack[]> {
  const { client } = await account.means();
  return (await allStacks(client)).flatMap(({ StackName = '', Tags, LastUpdatedTime, CreationTime }) =>
    ownedStack(StackName, tagsOf(Tags), (LastUpdatedTime ?? CreationTime)?.toISOString() ?? ''),
  );
}

import { randomBytes } from 'node:crypto';
import { problem } from '../../diagnostics/problem.js';
import { carryOut, type StackNews } from '../../engines/aws/own-stacks/carry-out.js';
import type { Prepared } from '../../engines/aws/own-stacks/prepare.js';
import type { StackRequest } from '../../ports/stacks.js';
import { StoreError } from '../../ports/store-error.js';
import type { Account } from '../environments/aws-account.js';
import { type ReportOptions, say } from '../report.js';
import type { Terminal } from '../terminal.js';

/** One attempt to make a stack. */
export const newToken = (): string => randomBytes(8).toString('hex');

/** Asks for a stack of plancc to be deleted. */
export const deletionOf = (name: string): StackRequest => ({
  action: 'Delete',
  name,
  parameters: {},
  secret: [],
  tags: {},
  capabilities: [],
  disableRollback: false,
  token: newToken(),
});

/** What would become of a stack. Throws a `StoreError` when nothing can. */
export function possible(
  { name }: Account,
  stack: string,
  prepared: Prepared,
): Exclude<Prepared, { readonly status: 'failed' }> {
  if (prepared.status === 'failed') throw new StoreError(notMade(name, stack, prepared.reason));
  return prepared;
}

/** Makes or deletes a stack, and says how far it is. Throws a `StoreError` when that fails. */
export async function make(
  { name, means }: Account,
  request: StackRequest,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const result = await carryOut(request, await means(), (news) => {
    const line = lineOf(news, request.name);
    if (line !== undefined) say(`  ${line}`, options, terminal);
  });
  if (result.status === 'failed') throw new StoreError(notMade(name, request.name, result.reason));
}

const endings: { readonly [status: string]: string } = {
  CREATE_COMPLETE: 'made',
  UPDATE_COMPLETE: 'changed',
  DELETE_COMPLETE: 'removed',
  DELETE_SKIPPED: 'left',
  IMPORT_COMPLETE: 'taken over',
};

/** Undefined for what only begins, and for the stack itself. */
function lineOf({ logicalId, type, status, reason }: StackNews, stack: string): string | undefined {
  if (type === 'AWS::CloudFormation::Stack' && logicalId === stack) return undefined;
  if (status.endsWith('_FAILED')) return `failed ${logicalId} (${type}): ${reason ?? status}`;
  const ending = endings[status];
  return ending && `${ending} ${logicalId} (${type})`;
}

const notMade = (file: string, stack: string, reason: string) => {
  const help = 'mend that, and run the same command again: it goes on from there';
  return problem('PLAN7052', { file }, { stack, reason }, { help });
};

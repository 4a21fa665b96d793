import { type Problem, problem } from '../../diagnostics/problem.js';
import { carryOut } from '../../engines/aws/own-stacks/carry-out.js';
import { remove } from '../../engines/aws/own-stacks/remove.js';
import type { StackNews } from '../../engines/aws/own-stacks/stack-news.js';
import type { StackRequest } from '../../ports/stacks.js';
import { StoreError } from '../../ports/store-error.js';
import type { Account } from '../environments/aws-account.js';
import { type ReportOptions, say } from '../report.js';
import type { Terminal } from '../terminal.js';

/** Makes a stack, and says how far it is. Throws a `StoreError` when that fails. */
export async function make(
  { name, means }: Account,
  request: StackRequest,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const tell = (news: StackNews) => say(linesOf(news, request.name), options, terminal);
  const reason = await carryOut(request, await means(), tell);
  if (reason !== undefined) throw new StoreError(notMade(name, request.name, reason));
}

/** Deletes one, where it is there, in the same way. */
export async function unmake(
  { name, means }: Account,
  stack: string,
  options: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const tell = (news: StackNews) => say(linesOf(news, stack), options, terminal);
  const reason = await remove(stack, await means(), tell);
  if (reason !== undefined) throw new StoreError(notMade(name, stack, reason));
}

const endings: { readonly [status: string]: string } = {
  CREATE_COMPLETE: 'made',
  UPDATE_COMPLETE: 'changed',
  DELETE_COMPLETE: 'removed',
  DELETE_SKIPPED: 'left',
  IMPORT_COMPLETE: 'taken over',
};

/** Nothing of what only begins, and of the stack itself. */
function linesOf({ logicalId, type, status, reason }: StackNews, stack: string): readonly string[] {
  if (type === 'AWS::CloudFormation::Stack' && logicalId === stack) return [];
  if (status.endsWith('_FAILED')) return [`  failed ${logicalId} (${type}): ${reason ?? status}`];
  const ending = endings[status];
  return ending === undefined ? [] : [`  ${ending} ${logicalId} (${type})`];
}

export function notMade(file: string, stack: string, reason: string): Problem {
  const help = 'mend that, and run the same command again: it goes on from there';
  return problem('PLAN7052', { file }, { stack, reason }, { help });
}

import { linesOf, summaryOf } from '../../environment/stack-changes.js';
import type { Account } from '../environments/aws-account.js';
import type { Change } from './changes.js';
import { permissionChanges } from './permissions.js';

/** What becomes of a stack: its resources, and what whom will be allowed. */
export function changeLines(
  { region, account }: Pick<Account, 'region' | 'account'>,
  { request, changes, before }: Change,
): readonly string[] {
  const permissions = permissionChanges(before, request.template!).map((line) =>
    line
      .replaceAll('arn:${AWS::Partition}:', 'arn:aws:')
      .replaceAll('${AWS::Region}', region)
      .replaceAll('${AWS::AccountId}', account),
  );
  return [
    `${request.name}: ${before === undefined ? 'a new stack' : 'a stack that is there'}, ${summaryOf(changes)}`,
    ...(changes.length === 0 ? [] : linesOf(changes)).map((line) => `  ${line}`),
    ...(permissions.length === 0
      ? ['  permissions stay as they are']
      : ['  permissions', ...permissions.map((line) => `    ${line}`)]),
  ];
}

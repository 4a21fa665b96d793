import { linesOf, summaryOf } from '../../environment/stack-changes.js';
import type { Account } from '../environments/aws-account.js';
import type { Change } from './changes.js';
import { permissionChanges } from './permissions.js';

/** What becomes of a stack: its resources, and what whom will be allowed. */
export function changeLines(
  { region, account }: Pick<Account, 'region' | 'account'>,
  { request, changes, before }: Change,
): readonly string[] {
  const known = {
    'AWS::Partition': 'aws',
    'AWS::Region': region,
    'AWS::AccountId': account,
    ...request.parameters,
  };
  const permissions = permissionChanges(before, request.template!).map((line) =>
    Object.entries(known).reduce((text, [name, value]) => text.replaceAll(`\${${name}}`, value), line),
  );
  return [
    `${request.name}: ${before === undefined ? 'a new stack' : 'a stack that is there'}, ${summaryOf(changes)}`,
    ...(changes.length === 0 ? [] : linesOf(changes)).map((line) => `  ${line}`),
    ...(permissions.length === 0
      ? ['  permissions stay as they are']
      : ['  permissions', ...permissions.map((line) => `    ${line}`)]),
  ];
}

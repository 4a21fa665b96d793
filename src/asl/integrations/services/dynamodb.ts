import type { Statement } from '../../statement.js';
import { namedArn } from '../arn.js';
import { allow, type Call, pascal, type Service } from '../call.js';
import type { Given } from '../given.js';
import { type Text, toValue } from '../text.js';

const table = (plan: Call['plan'], name: Text | undefined): Text => namedArn(plan, name, 'dynamodb:table/*');

/** An index has an ARN of its own below that of its table. */
function read({ api, given, plan }: Call): readonly Statement[] {
  const arn = table(plan, given.text('TableName'));
  const index = given.text('IndexName');
  return [
    allow([`dynamodb:${pascal(api)}`], [toValue(index === undefined ? arn : [...arn, '/index/', ...index])]),
  ];
}

/** The tables are the keys of `RequestItems`. */
function batch({ api, given, plan }: Call): readonly Statement[] {
  const tables = given.keys('RequestItems')?.map((name) => table(plan, [name])) ?? [table(plan, undefined)];
  return [allow([`dynamodb:${pascal(api)}`], tables.map(toValue))];
}

/** Each part of a transaction needs what it would need alone. */
const transact =
  (parts: { readonly [part: string]: string }) =>
  ({ given, plan }: Call): readonly Statement[] =>
    given.items('TransactItems').flatMap((item: Given) =>
      Object.entries(parts)
        .filter(([part]) => item.has(part))
        .map(([part, action]) => allow([action], [toValue(table(plan, item.text(`${part}.TableName`)))])),
    );

const partiQl = { SELECT: 'Select', INSERT: 'Insert', UPDATE: 'Update', DELETE: 'Delete' };

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html; the table is not read from the text. */
const execute =
  (statements: (given: Given) => readonly (Text | undefined)[]) =>
  ({ given, plan }: Call): readonly Statement[] => {
    const actions = statements(given).flatMap((statement) => {
      const verb =
        typeof statement?.[0] === 'string' ? /^\s*(\w+)/.exec(statement[0])?.[1]?.toUpperCase() : undefined;
      return verb !== undefined && verb in partiQl
        ? [partiQl[verb as keyof typeof partiQl]]
        : Object.values(partiQl);
    });
    return [
      allow(
        [...new Set(actions)].map((action) => `dynamodb:PartiQL${action}`),
        [toValue(table(plan, undefined))],
      ),
    ];
  };

const each = (list: string) => (given: Given) => given.items(list).map((item) => item.text('Statement'));

export const dynamodb: Service = {
  query: read,
  scan: read,
  batchGetItem: batch,
  batchWriteItem: batch,
  transactGetItems: transact({ Get: 'dynamodb:GetItem' }),
  transactWriteItems: transact({
    Put: 'dynamodb:PutItem',
    Update: 'dynamodb:UpdateItem',
    Delete: 'dynamodb:DeleteItem',
    ConditionCheck: 'dynamodb:ConditionCheckItem',
  }),
  executeStatement: execute((given) => [given.text('Statement')]),
  batchExecuteStatement: execute(each('Statements')),
  executeTransaction: execute(each('TransactStatements')),
};

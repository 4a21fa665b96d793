import type { Json } from '../../../source/document.js';
import type { Statement } from '../../statement.js';
import { arnValue, givenArn } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { ownMachine } from '../given.js';
import { pointedAt } from '../surroundings.js';
import { onlyValue, split, type Text, toValue, unknown } from '../text.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html#connect-http-task-permissions */
function invoke({ given, plan }: Call): readonly Statement[] {
  const connection = ['Authentication', 'InvocationConfig']
    .map((held) => given.text(`${held}.ConnectionArn`))
    .find((arn) => arn !== undefined);
  const condition = {
    StringLike: {
      'states:HTTPEndpoint': toValue(given.text('ApiEndpoint') ?? unknown),
      'states:HTTPMethod': toValue(given.text('Method') ?? unknown),
    },
  };
  return [
    allow(['states:InvokeHTTPEndpoint'], [ownMachine], condition),
    allow(['events:RetrieveConnectionCredentials'], [toValue(givenArn(connection, 'events:connection/*'))]),
    allow(['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'], [secretArn(plan, connection)]),
  ];
}

/** EventBridge keeps what a connection signs with in a secret named after it. */
function secretArn(plan: Call['plan'], connection: Text = unknown): Json {
  const value = onlyValue(connection);
  const { id, type } = pointedAt(plan, value ?? {});
  if (type === 'AWS::Events::Connection') return { 'Fn::GetAtt': [id, 'SecretArn'] };
  const name = value === undefined ? split(connection, '/')[1] : undefined;
  return arnValue('secretsmanager:secret:events!connection/*/*', name ?? unknown);
}

export const http: Service = { invoke };

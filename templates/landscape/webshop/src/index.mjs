import { ExecuteStatementCommand, RDSDataClient } from '@aws-sdk/client-rds-data';

const client = new RDSDataClient();
const { CLUSTER_ARN: resourceArn, SECRET_ARN: secretArn, DATABASE: database } = process.env;

/** Fails when the database does not answer, which the smoke test of the plan notices. */
export async function handler() {
  const sql = 'select current_timestamp::text';
  const { records } = await client.send(
    new ExecuteStatementCommand({ resourceArn, secretArn, database, sql }),
  );
  return { statusCode: 200, body: JSON.stringify({ databaseTime: records[0][0].stringValue }) };
}

import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';

// The runtime of Lambda brings the SDK, so the function needs no packages of its own.
const database = new DynamoDBClient();
const { TABLE: TableName } = process.env;

export async function handler({ requestContext, pathParameters: { id }, body }) {
  if (requestContext.http.method === 'PUT') {
    await database.send(new PutItemCommand({ TableName, Item: { id: { S: id }, text: { S: body ?? '' } } }));
    return { statusCode: 204 };
  }
  const { Item } = await database.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }));
  return Item === undefined ? { statusCode: 404 } : { statusCode: 200, body: Item.text.S };
}

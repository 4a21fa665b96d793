import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../../src/engines/aws/store/index.js';

const cuts = suite('a store in a bucket behind a connection that is cut');

const content = Buffer.from('0123456789'.repeat(100_000));

/** A server that sends an object, and cuts each answer after so many bytes. */
async function cutting(after: number) {
  const asked: IncomingMessage['headers'][] = [];
  const server = createServer(({ headers }, response) => {
    asked.push(headers);
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    const rest = content.subarray(from);
    response.writeHead(headers.range === undefined ? 200 : 206, {
      ETag: '"1"',
      'Content-Length': rest.length,
    });
    response.write(rest.subarray(0, after), () => {
      if (rest.length > after) response.destroy();
      else response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const client = new S3Client({
    endpoint: `http://localhost:${port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    forcePathStyle: true,
  });
  const end = () => {
    client.destroy();
    server.close();
  };
  return { store: createStore(client, 'bucket'), asked, end };
}

cuts('reads the rest of the same object', async () => {
  const { store, asked, end } = await cutting(400_000);
  const found = await store.get('a');
  end();
  assert.ok(found?.body.equals(content));
  assert.is(asked.length, 3);
  assert.equal(
    asked.map((headers) => headers['if-match']),
    [undefined, '"1"', '"1"'],
  );
});

cuts('gives up when that does not help', async () => {
  const { store, asked, end } = await cutting(1000);
  const thrown = await store.get('a').catch((error: Error) => error.message);
  end();
  assert.is(thrown, 'AWS cannot be reached: the connection was cut');
  assert.is(asked.length, 4);
});

cuts.run();

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createStore } from '../../../src/engines/aws/store/index.js';
import { StoreError } from '../../../src/ports/store-error.js';
import { newFolder } from '../../folder.js';

const faults = suite('a store in a bucket when things go wrong');

/** What S3 answers, one request after the other: an error, or what the SDK makes of an answer. */
function answering(...answers: readonly object[]) {
  const asked: object[] = [];
  const left = [...answers];
  const send = async (command: { readonly input: object }) => {
    asked.push(command.input);
    const answer = left.shift();
    if (answer === undefined) throw new Error('nothing more is expected');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const client: Pick<S3Client, 'send'> = { send: send as S3Client['send'] };
  return { store: createStore(client, 'plancc-123456789012-eu-west-1'), asked };
}

const refusal = (name: string, httpStatusCode: number, attempts = 1): Error =>
  Object.assign(new Error(name), { name, $metadata: { httpStatusCode, attempts } });
const reset = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });

/** The parts of an object, with which it may break off. */
const object = (...pieces: readonly (string | Error)[]) => ({
  ETag: '"1"',
  Body: Readable.from(
    (function* () {
      for (const piece of pieces) {
        if (piece instanceof Error) throw piece;
        yield Buffer.from(piece);
      }
    })(),
  ),
});

const thrownBy = async (act: Promise<unknown>) => {
  const thrown = await act.catch((error: unknown) => error);
  if (!(thrown instanceof StoreError)) throw new Error(`not a StoreError: ${thrown}`);
  const { code, place, message, help } = thrown.problem;
  return [place.file, code, message, help];
};

const body = Buffer.from('{}');

faults('writes again while somebody else is writing', async () => {
  const conflict = refusal('ConditionalRequestConflict', 409);
  const { store, asked } = answering(conflict, conflict, {});
  assert.is(await store.putIfAbsent('a', body), true);
  assert.is(asked.length, 3);
  const lost = answering(conflict, refusal('PreconditionFailed', 412));
  assert.is(await lost.store.putIfMatch('a', body, '"1"'), false);
  const [, code] = await thrownBy(answering(...Array(10).fill(conflict)).store.putIfAbsent('a', body));
  assert.is(code, 'PLAN7049');
});

faults('knows its own bytes when the answer to a write was lost', async () => {
  const retried = refusal('PreconditionFailed', 412, 2);
  assert.is(await answering(retried, object('{', '}')).store.putIfAbsent('a', body), true);
  assert.is(await answering(retried, object('{"other":1}')).store.putIfMatch('a', body, '"1"'), false);
  assert.is(await answering(retried, refusal('NoSuchKey', 404)).store.putIfAbsent('a', body), false);
  assert.is(await answering(refusal('PreconditionFailed', 412)).store.putIfAbsent('a', body), false);
});

faults('leaves no piece of an object that does not arrive', async () => {
  const folder = newFolder();
  const cut = () => object('a', reset);
  const { store } = answering(cut(), cut(), cut(), cut());
  const [, code, message] = await thrownBy(store.download('a', join(folder, 'copy')));
  assert.equal([code, message], ['PLAN7046', 'AWS cannot be reached: the connection was cut']);
  const replaced = answering(cut(), refusal('PreconditionFailed', 412));
  await thrownBy(replaced.store.download('a', join(folder, 'copy')));
  assert.equal(readdirSync(folder), []);
});

faults('says so when the file of a download cannot be written, and leaves it', async () => {
  const folder = newFolder({ copy: 'kept' });
  const file = join(folder, 'copy');
  const [place, code] = await thrownBy(answering(object('a')).store.download('a', file));
  assert.equal([place, code], [file, 'PLAN7001']);
  assert.is(readFileSync(file, 'utf8'), 'kept');
});

faults('says where plancc is not set up', async () => {
  const missing = () => answering(refusal('NoSuchBucket', 404)).store;
  const expected = [
    's3://plancc-123456789012-eu-west-1',
    'PLAN7042',
    'there is no bucket `plancc-123456789012-eu-west-1`, which `plancc setup` makes',
    'set plancc up there: `plancc setup`; or look at the region, and at the profile',
  ];
  for (const act of [
    missing().get('a'),
    missing().list('a'),
    missing().putIfAbsent('a', body),
    missing().putIfMatch('a', body, '"1"'),
    missing().delete('a'),
  ])
    assert.equal(await thrownBy(act), expected);
});

faults('says what S3 says of a request that nobody foresaw', async () => {
  const [place, code, message] = await thrownBy(
    answering(refusal('BadDigest', 400)).store.putIfAbsent('a', body),
  );
  assert.equal([place, code], ['s3://plancc-123456789012-eu-west-1', 'PLAN7048']);
  assert.is(message, 'AWS refuses `s3:PutObject`: BadDigest (BadDigest, 400)');
});

faults('says which right is missing where S3 says no word', async () => {
  const [, code, message] = await thrownBy(answering(refusal('403', 403)).store.has('blobs/sha256/0a'));
  assert.is(code, 'PLAN7041');
  assert.is(
    message,
    '`s3:GetObject` on `arn:aws:s3:::plancc-123456789012-eu-west-1/blobs/sha256/0a` is not allowed',
  );
});

faults('refuses keys that lead elsewhere', async () => {
  const { store, asked } = answering();
  for (const key of ['', '/a', '../a', 'a//b', 'a\nb', 'a'.repeat(1025)])
    for (const act of [
      () => store.get(key),
      () => store.has(key),
      () => store.putIfAbsent(key, body),
      () => store.putIfMatch(key, body, '"1"'),
      () => store.download(key, '/none'),
      () => store.delete(key),
    ])
      assert.is((await thrownBy(act()))[1], 'PLAN7003');
  assert.equal(asked, []);
});

faults.run();

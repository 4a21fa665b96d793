import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ControllerEvent } from '../../../src/engines/aws/functions/events.js';
import { type ReceiverEvent, received } from '../../../src/engines/aws/functions/received.js';
import { decisionKey, requestKey } from '../../../src/environment/keys.js';

const receiver = suite('the receiver');

const id = '20261123-105359-3e7b2c';
const at = '2026-11-23T10:53:59.123Z';

/** Which controllers were called for an event, and what is to be delivered again. */
async function receive(event: ReceiverEvent, fails: (environment: string) => boolean = () => false) {
  const calls: (readonly [environment: string, event: ControllerEvent])[] = [];
  const log: string[] = [];
  const call = async (environment: string, event: ControllerEvent) => {
    calls.push([environment, event]);
    if (fails(environment)) throw new Error('the controller failed');
  };
  const { batchItemFailures } = await received(event, call, (line) => void log.push(line));
  return { calls, log, failed: batchItemFailures.map(({ itemIdentifier }) => itemIdentifier) };
}

/** As S3 writes keys: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html */
const encoded = (key: string) => encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');

const record = (key: string, principalId = 'AWS:AROAEXAMPLE:ann') => ({
  eventName: 'ObjectCreated:Put',
  eventTime: at,
  userIdentity: { principalId },
  s3: { bucket: { name: 'plancc' }, object: { key: encoded(key), size: 10 } },
});

const message = (messageId: string, body: object) => ({ messageId, body: JSON.stringify(body) });
const notification = (messageId: string, ...keys: readonly string[]) =>
  message(messageId, { Records: keys.map((key) => record(key)) });

receiver('a request goes to the controller of its environment, with who put it and when', async () => {
  const key = requestKey('staging', 'shop', id);
  const { calls, failed } = await receive({ Records: [notification('1', key)] });
  assert.equal(calls, [['staging', { put: { key, by: 'AROAEXAMPLE:ann', at } }]]);
  assert.equal(failed, []);
});

receiver('a decision, whose key is encoded twice; a user; the root user', async () => {
  const key = decisionKey('staging', 'shop', id, 'Smoke%20test.0.2@0-20261123T105359123Z-0', id);
  const body = { Records: [record(key, 'AWS:AIDAEXAMPLE'), record(key, '123456789012')] };
  const { calls } = await receive({ Records: [message('1', body)] });
  assert.equal(
    calls.map(([, event]) => 'put' in event && event.put),
    [
      { key, by: 'AIDAEXAMPLE', at },
      { key, by: '123456789012', at },
    ],
  );
});

receiver(
  'what is put besides requests and decisions is nobody’s business, nor is what S3 sends as a test',
  async () => {
    const { calls, failed } = await receive({
      Records: [
        message('test', { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: 'plancc' }),
        notification(
          'others',
          `environments/staging/deployments/shop/${id}.json`,
          `environments/staging/requests/shop/${id}.json.bak`,
          `environments/../requests/shop/${id}.json`,
          `x/environments/staging/requests/shop/${id}.json`,
          `environments/Staging/requests/shop/${id}.json`,
          `environments/staging/requests/shop/${id}.json\n`,
        ),
        { messageId: 'text', body: 'no JSON' },
      ],
    });
    assert.equal([calls, failed], [[], []]);
  },
);

receiver('what no controller could hold is left alone, and logged', async () => {
  const large = record(requestKey('staging', 'shop', id));
  const { object } = large.s3;
  const body = { Records: [{ ...large, s3: { ...large.s3, object: { ...object, size: 5_000_000_000 } } }] };
  const { calls, failed, log } = await receive({ Records: [message('1', body)] });
  assert.equal([calls, failed], [[], []]);
  assert.match(log[0]!, 'has 5000000000 bytes');
});

receiver('only the messages that failed are delivered again', async () => {
  const { calls, failed, log } = await receive(
    {
      Records: [
        notification('1', requestKey('staging', 'shop', id)),
        notification('2', requestKey('broken', 'shop', id)),
        notification('3', requestKey('staging', 'web', id), requestKey('broken', 'web', id)),
        notification('4', requestKey('staging', 'api', id)),
      ],
    },
    (environment) => environment === 'broken',
  );
  assert.is(calls.length, 5);
  assert.equal(failed, ['2', '3']);
  assert.match(log[0]!, /environments\/broken\/requests[\s\S]*the controller failed/);
});

/** As EventBridge tells that an execution has ended. */
const ended = (input: object | string | null) => ({
  source: 'aws.states',
  detail: {
    executionArn: 'arn:execution',
    status: 'SUCCEEDED',
    input: typeof input === 'string' || input === null ? input : JSON.stringify(input),
  },
});
const driven = { environment: 'staging', name: 'shop', deployment: id };

receiver('an execution that ended is told to the controller that its input names', async () => {
  const payload = {
    environment: 'staging',
    distribution: { name: 'shop' },
    deployment: { id },
    parameters: {},
  };
  for (const input of [payload, { ...driven, retry: 0 }])
    assert.equal((await receive(ended(input))).calls, [['staging', { ended: 'arn:execution', of: driven }]]);
});

receiver(
  'an execution of something else is told to nobody, and one whose input is too large to come along',
  async () => {
    for (const input of [
      {},
      { environment: 'staging' },
      'text',
      '[1]',
      null,
      { ...driven, environment: '../x' },
    ])
      assert.equal((await receive(ended(input))).calls, []);
  },
);

receiver('what fails then is thrown, so that EventBridge tells it again', async () => {
  try {
    await receive(ended(driven), () => true);
    assert.unreachable();
  } catch (error) {
    assert.is((error as Error).message, 'the controller failed');
  }
});

receiver.run();

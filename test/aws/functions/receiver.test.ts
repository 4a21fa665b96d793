import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { ReceiverEvent } from '../../../src/engines/aws/functions/received.js';
import { requestKey } from '../../../src/environment/keys.js';

const receiver = suite('the receiver as it is in the template');

const {
  outputFiles: [bundle],
} = await build({
  entryPoints: ['src/engines/aws/functions/receiver.ts'],
  absWorkingDir: new URL('../../..', import.meta.url).pathname,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minify: true,
  external: ['@aws-sdk/*'],
  write: false,
});
const code = bundle!.text;

/** Runs the code as Lambda does, with a client that answers so; gives what was asked. */
async function handle(event: ReceiverEvent, answer: (functionName: string) => object) {
  const asked: { readonly FunctionName: string; readonly Payload: string }[] = [];
  const required: string[] = [];
  const sdk = {
    LambdaClient: class {
      async send({ input }: { readonly input: (typeof asked)[number] }) {
        asked.push(input);
        return answer(input.FunctionName);
      }
    },
    InvokeCommand: class {
      constructor(readonly input: object) {}
    },
  };
  const module: { exports: { handler?: (event: ReceiverEvent) => Promise<object> } } = { exports: {} };
  const require = (name: string) => {
    required.push(name);
    return sdk;
  };
  new Function('module', 'require', 'console', code)(module, require, { log: () => {} });
  const result = await module.exports.handler!(event);
  return { asked, required, result };
}

const key = requestKey('staging', 'shop', '20261123-105359-3e7b2c');
const body = JSON.stringify({
  Records: [
    {
      eventTime: '2026-11-23T10:53:59.123Z',
      userIdentity: { principalId: 'AWS:AIDAANN' },
      s3: { object: { key } },
    },
  ],
});
const queue = 'arn:aws:sqs:eu-west-1:123456789012:plancc-notifications';
process.env.PLANCC_NOTIFICATIONS = queue;
const event = { Records: [{ messageId: '1', body, eventSourceARN: queue }] };

receiver(
  'it is small enough for a template, and needs nothing but the client that Lambda brings',
  async () => {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-lambda-function-code.html
    assert.ok(code.length <= 4096, `${code.length} characters`);
    assert.equal((await handle({}, () => ({}))).required, ['@aws-sdk/client-lambda']);
  },
);

receiver('it calls the controller function of the environment', async () => {
  const { asked, result } = await handle(event, () => ({}));
  assert.equal(asked, [
    {
      FunctionName: 'plancc-staging-controller',
      Payload: JSON.stringify({ put: { key, by: 'AIDAANN', at: '2026-11-23T10:53:59.123Z' } }),
    },
  ]);
  assert.equal(result, { batchItemFailures: [] });
});

receiver('messages of another queue are nobody’s business, whatever they say', async () => {
  for (const eventSourceARN of [queue.replace('123456789012', '210987654321'), `${queue}-2`, undefined]) {
    const Records = [{ messageId: '1', body, ...(eventSourceARN && { eventSourceARN }) }];
    const { asked, result } = await handle({ Records }, () => ({}));
    assert.equal([asked, result], [[], { batchItemFailures: [] }]);
  }
});

receiver('a controller that fails, or cannot be called, gets the message again', async () => {
  const failed = { FunctionError: 'Unhandled', Payload: { transformToString: () => '{"errorType":"x"}' } };
  const again = { batchItemFailures: [{ itemIdentifier: '1' }] };
  assert.equal((await handle(event, () => failed)).result, again);
  const refused = () => {
    throw Object.assign(new Error('busy'), { name: 'TooManyRequestsException' });
  };
  assert.equal((await handle(event, refused)).result, again);
});

receiver('a key of an environment that is not there is dropped', async () => {
  const missing = () => {
    throw Object.assign(new Error('not found'), { name: 'ResourceNotFoundException' });
  };
  assert.equal((await handle(event, missing)).result, { batchItemFailures: [] });
});

receiver.run();

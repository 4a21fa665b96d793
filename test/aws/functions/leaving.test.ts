import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { transient } from '../../../src/asl/transient.js';
import { leaving } from '../../../src/engines/aws/functions/leaving.js';
import { functionCause, plainCause } from '../../../src/environment/cause.js';
import { StatesError } from '../../../src/ports/states-error.js';

const errors = suite('errors that leave a function');

/** What Lambda makes of an error: https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html */
async function payloadOf(thrown: unknown): Promise<string> {
  try {
    await leaving(() => Promise.reject(thrown));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const { name: errorType, message: errorMessage, stack } = error;
    return JSON.stringify({ errorType, errorMessage, trace: stack?.split('\n') });
  }
  throw new Error('nothing was thrown');
}

errors('one that states know is the same text as in a local environment', async () => {
  const cause = 'Bucket: the name "shop" is taken\nby somebody else';
  const text = await payloadOf(new StatesError('StackFailed', cause));
  assert.is(text, functionCause('StackFailed', cause));
  assert.is(plainCause(text), cause);
});

errors('one that passes by itself has a name that every state retries', async () => {
  const throttled = Object.assign(new Error('Rate exceeded'), {
    name: 'ThrottlingException',
    $metadata: { httpStatusCode: 400 },
  });
  const broken = Object.assign(new Error('x'), { name: 'InternalError', $metadata: { httpStatusCode: 500 } });
  const cut = Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
  for (const error of [throttled, broken, cut]) {
    const { errorType } = JSON.parse(await payloadOf(error));
    assert.ok((transient.ErrorEquals as readonly string[]).includes(errorType), errorType);
  }
});

errors('any other keeps its name and its stack, for whoever reads the log', async () => {
  const { errorType, trace } = JSON.parse(await payloadOf(new TypeError('x is not a function')));
  assert.is(errorType, 'TypeError');
  assert.ok(trace.length > 1);
  const denied = Object.assign(new Error('no'), {
    name: 'AccessDeniedException',
    $metadata: { httpStatusCode: 400 },
  });
  assert.is(JSON.parse(await payloadOf(denied)).errorType, 'AccessDeniedException');
});

errors('a cause of something else is left as it is', () => {
  for (const cause of ['', 'text', '{"a":1}', '[1]', '{"errorMessage":1}', '"text"'])
    assert.is(plainCause(cause), cause);
  assert.is(
    plainCause('{"errorMessage":"2026-11-23T10:00:00Z x Task timed out after 3.00 seconds"}'),
    '2026-11-23T10:00:00Z x Task timed out after 3.00 seconds',
  );
});

errors.run();

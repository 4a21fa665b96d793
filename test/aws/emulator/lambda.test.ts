import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import * as assert from 'uvu/assert';
import { createFunction, createRole, settings } from './account.js';
import type { Emulator } from './index.js';
import { onEmulator } from './suite.js';

const lambda = onEmulator('emulator: Lambda');

const functionsRole = (emulator: Emulator) =>
  createRole(emulator, 'functions', { Service: 'lambda.amazonaws.com' });

async function invoke(emulator: Emulator, name: string, payload: object) {
  const answer = await new LambdaClient(settings(emulator)).send(
    new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(payload) }),
  );
  return { error: answer.FunctionError, payload: JSON.parse(Buffer.from(answer.Payload!).toString()) };
}

lambda.test(
  'a function runs with its variables, stays warm, and calls AWS under its role',
  async (emulator) => {
    const role = await functionsRole(emulator);
    await createFunction(
      emulator,
      'who',
      role,
      `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
     let count = 0;
     exports.handler = async (event) => {
       const { Arn } = await new STSClient({}).send(new GetCallerIdentityCommand({}));
       return { event, Arn, count: ++count, variable: process.env.GREETING };
     };`,
      { GREETING: 'hello' },
    );
    const Arn = 'arn:aws:sts::123456789012:assumed-role/functions/who';
    assert.equal((await invoke(emulator, 'who', { a: 1 })).payload, {
      event: { a: 1 },
      Arn,
      count: 1,
      variable: 'hello',
    });
    assert.is((await invoke(emulator, 'who', {})).payload.count, 2);
    const call = emulator.calls().find(({ operation }) => operation === 'GetCallerIdentity')!;
    assert.is(call.principal, Arn);
    assert.is(call.source, role);
    assert.is(call.action, 'sts:GetCallerIdentity');
  },
);

lambda.test('what it throws has the name of the error', async (emulator) => {
  const role = await functionsRole(emulator);
  await createFunction(
    emulator,
    'throwing',
    role,
    `exports.handler = async () => { throw Object.assign(new Error('no such stack'), { name: 'StackFailed' }); };`,
  );
  const { error, payload } = await invoke(emulator, 'throwing', {});
  assert.is(error, 'Unhandled');
  assert.is(payload.errorType, 'StackFailed');
  assert.is(payload.errorMessage, 'no such stack');
  assert.ok(Array.isArray(payload.trace));
});

lambda.test('it is killed half-way, and the next invocation runs in a new process', async (emulator) => {
  const role = await functionsRole(emulator);
  await createFunction(
    emulator,
    'dying',
    role,
    `const { STSClient, GetCallerIdentityCommand } = require('@aws-sdk/client-sts');
     exports.handler = async () => {
       const client = new STSClient({});
       for (let i = 0; i < 3; i++) await client.send(new GetCallerIdentityCommand({}));
       return 'done';
     };`,
  );
  const count = () => emulator.calls().filter(({ principal }) => principal.endsWith('/dying')).length;
  await emulator.kill('dying', 2);
  const { error, payload } = await invoke(emulator, 'dying', {});
  assert.is(error, 'Unhandled');
  assert.is(payload.errorType, 'Runtime.ExitError');
  assert.is(count(), 2);
  assert.is((await invoke(emulator, 'dying', {})).payload, 'done');
});

lambda.run();

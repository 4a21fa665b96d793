import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { createValues } from '../../src/engines/aws/values/index.js';
import { actingAs, denial, errorOf, refusal } from './acting-as.js';

const values = suite('values of an account');

const of = (answers: Parameters<typeof actingAs>[0], forbidden?: readonly string[]) => {
  const { acting, asked } = actingAs(answers, forbidden);
  return { ...createValues(acting), asked };
};
const bytes = (text: string) => Buffer.from(text);

values('parameters of Systems Manager as they are, lists by commas', async () => {
  const { ssm, asked } = of({ GetParameter: () => ({ Parameter: { Type: 'StringList', Value: 'a,b' } }) });
  assert.is(await ssm('/zones'), 'a,b');
  assert.equal(asked, [['itself', 'GetParameter', { Name: '/zones', WithDecryption: false }]]);
});

values('what is encrypted is decrypted as a secret, and given as nothing else', async () => {
  const { ssm, asked } = of({
    GetParameter: ({ WithDecryption }: { WithDecryption: boolean }) => ({
      Parameter: { Type: 'SecureString', Value: WithDecryption ? 'open sesame' : 'AQICAHh' },
    }),
  });
  assert.is(await ssm('/password', 'secret'), 'open sesame');
  const [name, message] = await errorOf(ssm('/password'));
  assert.is(name, 'ParameterInvalid');
  assert.match(message, /^the SSM parameter \/password is a SecureString; .*`Secret: true`/);
  assert.not.match(message, /AQICAHh/);
  assert.is(asked.length, 2);
});

values('secrets as text', async () => {
  const text = of({ GetSecretValue: () => ({ SecretString: '{"user":"shop"}' }) });
  assert.is(await text.secret('shop/database'), '{"user":"shop"}');
  const binary = of({ GetSecretValue: () => ({ SecretBinary: bytes('abracadabra') }) });
  assert.is(await binary.secret('shop/database'), 'abracadabra');
});

values('the result of a function, and why it has none', async () => {
  const { invoke, asked } = of({
    Invoke: ({ FunctionName }: { FunctionName: string }) =>
      ({
        size: { Payload: bytes('{"a":[1]}') },
        nothing: { Payload: bytes('null') },
        silent: {},
        broken: {
          FunctionError: 'Unhandled',
          Payload: bytes('{"errorType":"TypeError","errorMessage":"x is not a function","trace":[]}'),
        },
        killed: { FunctionError: 'Unhandled', Payload: bytes('{"errorMessage":"Task timed out"}') },
      })[FunctionName],
  });
  assert.equal(await invoke('size', { environment: 'test' }), { a: [1] });
  assert.equal(asked[0]![2], { FunctionName: 'size', Payload: '{"environment":"test"}' });
  assert.is(await invoke('nothing', {}), null);
  assert.is(await invoke('silent', {}), null);
  assert.equal(await errorOf(invoke('broken', {})), [
    'FunctionFailed',
    'the function broken failed: TypeError: x is not a function',
  ]);
  assert.equal(await errorOf(invoke('killed', {})), [
    'FunctionFailed',
    'the function killed failed: Task timed out',
  ]);
});

values('documents are read with the role of the plan, or the one that it assumes', async () => {
  const { document, asked } = of({
    GetObject: () => ({ Body: { transformToString: async () => '{"a":1}' } }),
  });
  assert.is(await document('zone', 'a.json', undefined), '{"a":1}');
  assert.is(await document('zone', 'a.json', 'arn:aws:iam::222222222222:role/reader'), '{"a":1}');
  assert.is(await document('zone', 'b.json', 'arn:aws:iam::222222222222:role/reader'), '{"a":1}');
  const who = asked.filter(([, command]) => command === 'GetObject').map(([who]) => who);
  assert.equal(who, ['plan', 'reader', 'reader']);
  const roles = asked.flatMap(([who, command, input]) =>
    command === 'AssumeRole' ? [[who, (input as { RoleArn: string }).RoleArn]] : [],
  );
  // Once each, whatever is asked with it.
  assert.equal(roles, [
    ['itself', 'arn:aws:iam::111111111111:role/plan'],
    ['plan', 'arn:aws:iam::222222222222:role/reader'],
  ]);
  for (const [, command, input] of asked)
    if (command === 'AssumeRole') assert.is((input as { ExternalId: string }).ExternalId, 'test');
});

values('a role that may not be assumed says what it has to trust', async () => {
  const reader = 'arn:aws:iam::222222222222:role/reader';
  const { document } = of({}, [reader]);
  const [name, message] = await errorOf(document('zone', 'a.json', reader));
  assert.is(name, 'NotAllowed');
  assert.match(
    message,
    /`sts:AssumeRole`.*; let arn:aws:iam::222222222222:role\/reader trust it with the external id test/,
  );
});

values('what is not there is nothing', async () => {
  const missing = (name: string) => refusal(name, 'none');
  assert.is(await of({ GetParameter: missing('ParameterNotFound') }).ssm('/a'), undefined);
  assert.is(await of({ GetSecretValue: missing('ResourceNotFoundException') }).secret('a'), undefined);
  assert.is(await of({ Invoke: missing('ResourceNotFoundException') }).invoke('a', {}), undefined);
  for (const name of ['NoSuchKey', 'NoSuchBucket'])
    assert.is(await of({ GetObject: missing(name) }).document('a', 'b', undefined), undefined);
});

values('a missing permission is named, and what may pass by itself is thrown as it is', async () => {
  const denied = of({
    GetParameter: denial('ssm:GetParameter', 'arn:aws:ssm:eu-west-1:111111111111:parameter/a'),
  });
  const [name, message] = await errorOf(denied.ssm('/a'));
  assert.is(name, 'NotAllowed');
  assert.match(message, /`ssm:GetParameter` on `arn:aws:ssm:eu-west-1:111111111111:parameter\/a`/);
  const busy = of({ GetParameter: refusal('ThrottlingException', 'Rate exceeded') });
  assert.equal(await errorOf(busy.ssm('/a')), ['ThrottlingException', 'Rate exceeded']);
  const wrong = of({ GetParameter: refusal('ValidationException', 'name is invalid') });
  assert.equal(await errorOf(wrong.ssm('a:b:c')), ['ValueRefused', '`ssm:GetParameter`: name is invalid']);
});

values.run();

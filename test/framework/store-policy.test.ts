import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decide } from '../aws/iam/allows.js';
import { account, accountMade, documentIn, store } from './stacks.js';

const guarding = suite('policy of the store');

const policy = documentIn(accountMade()('StorePolicy'));
const id = '20261123-105359-3e7b2c';
const anybody = { 'aws:PrincipalArn': `arn:aws:iam::${account}:user/anna` };
const administrator = { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/admin` };
const controller = { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/plancc-framework/prod-controller` };

const ask = (action: string, key: string, context: { readonly [key: string]: string } = anybody) =>
  decide([policy], {
    action,
    resource: `${store}/${key}`,
    context: { 'aws:SecureTransport': 'true', ...context },
  });
const put = (key: string, who: { readonly [key: string]: string }, isNew: boolean) =>
  ask('s3:PutObject', key, {
    ...who,
    's3:ObjectCreationOperation': 'true',
    ...(isNew && { 's3:if-none-match': '*' }),
  });

guarding('it allows nothing by itself', () => {
  for (const { Effect } of policy.Statement) assert.is(Effect, 'Deny');
});

guarding('nothing without TLS', () => {
  assert.is(ask('s3:GetObject', 'x', { 'aws:SecureTransport': 'false' }), 'denied');
  assert.is(ask('s3:GetObject', 'x'), 'not allowed');
});

guarding('what makes a version is put once, by nobody over what is there', () => {
  for (const key of [
    `blobs/sha256/${'0'.repeat(64)}`,
    'distributions/shop/1.0.0/manifest.json',
    'framework/1/runner.cjs',
  ])
    for (const who of [anybody, administrator, controller]) {
      assert.is(put(key, who, false), 'denied', key);
      assert.is(put(key, who, true), 'not allowed', key);
      assert.is(ask('s3:DeleteObject', key, who), 'denied', key);
    }
});

guarding('parts of a large blob come without the header that its completion has', () => {
  const part = { ...anybody, 's3:ObjectCreationOperation': 'false' };
  assert.is(ask('s3:PutObject', `blobs/sha256/${'0'.repeat(64)}`, part), 'not allowed');
});

guarding('older versions of objects are for the lifecycle to remove', () => {
  for (const key of ['environments/prod/inventory/shop.json', 'logs/prod/shop/x', 'blobs/sha256/1'])
    assert.is(ask('s3:DeleteObjectVersion', key, administrator), 'denied', key);
});

guarding('requests and decisions are put once, and stay', () => {
  for (const key of [
    `environments/prod/requests/shop/${id}.json`,
    `environments/prod/decisions/shop/${id}/Ok/${id}.json`,
  ]) {
    assert.is(put(key, anybody, true), 'not allowed', key);
    assert.is(put(key, anybody, false), 'denied', key);
    assert.is(ask('s3:DeleteObject', key, administrator), 'denied', key);
  }
});

guarding('records are written by the framework alone', () => {
  for (const key of [
    `environments/prod/deployments/shop/${id}.json`,
    'environments/prod/inventory/shop.json',
    'environments/prod/locks/shop.json',
    `environments/prod/open/shop/${id}.json`,
    `environments/prod/waiting/shop/${id}/Ok-0.json`,
    'anything',
  ]) {
    for (const who of [anybody, administrator]) {
      assert.is(put(key, who, true), 'denied', key);
      assert.is(ask('s3:DeleteObject', key, who), 'denied', key);
    }
    for (const isNew of [true, false]) assert.is(put(key, controller, isNew), 'not allowed', key);
    assert.is(ask('s3:DeleteObject', key, controller), 'not allowed', key);
  }
});

guarding('what a distribution is called makes no difference to the framework', () => {
  for (const name of ['requests', 'decisions']) {
    assert.is(put(`environments/prod/deployments/${name}/${id}.json`, controller, false), 'not allowed');
    assert.is(ask('s3:DeleteObject', `environments/prod/open/${name}/${id}.json`, controller), 'not allowed');
  }
});

guarding('environments are registered by whoever may, and hosts write jobs and logs', () => {
  const host = { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/plancc/prod/host` };
  assert.is(put('environments/prod/environment.json', administrator, true), 'not allowed');
  assert.is(ask('s3:DeleteObject', 'environments/prod/environment.json', administrator), 'not allowed');
  assert.is(put(`logs/prod/shop/${id}/Job/20261123T105359123Z.log`, host, true), 'not allowed');
  assert.is(put(`jobs/prod/shop/${id}/1.json`, host, false), 'not allowed');
});

guarding.run();

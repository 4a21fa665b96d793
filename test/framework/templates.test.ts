import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { programs } from '../../scripts/programs.js';
import { templates } from '../../src/framework/app.js';
import type { JsonObject } from '../../src/source/document.js';
import { cfnLint, cloudFormationValidate, hasCfnLint } from '../validators.js';
import { shipped } from './stacks.js';

const framework = suite('templates of the framework');

const names = ['account', 'environment'] as const;
const parsed = names.map((name) => [name, JSON.parse(shipped(name))] as const);

framework('validators find nothing in them', () => {
  assert.equal(cloudFormationValidate(parsed), []);
  assert.ok(hasCfnLint || process.env.CI !== 'true', 'cfn-lint is there');
  if (hasCfnLint) assert.is(cfnLint(parsed), '');
});

framework('the same source gives the same bytes', async () => {
  process.env.CDK_VALIDATION = 'false';
  const { receiver } = await programs();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'plancc-test-'));
  const again = templates(receiver, folder);
  for (const name of names) assert.is(JSON.stringify(again[name]), shipped(name));
});

framework('CloudFormation takes them as text, without a bucket', () => {
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
  for (const name of names) assert.ok(Buffer.byteLength(shipped(name)) <= 51_200, name);
});

framework('nothing in them is of the CDK', () => {
  for (const name of names) {
    assert.not.match(shipped(name), /cdk-bootstrap|aws:cdk|CDKMetadata|BootstrapVersion/);
    assert.not.match(shipped(name), /\$\{Token/);
  }
});

framework('no ARN of IAM has a region, which IAM refuses', () => {
  for (const name of names) assert.not.match(shipped(name), /:iam:[^:]/);
});

framework('what is kept by somebody who removes the account stack is the store alone', () => {
  const kept = parsed.flatMap(([, { Resources }]) =>
    Object.entries(Resources as { readonly [id: string]: JsonObject })
      .filter(([, { DeletionPolicy = 'Delete' }]) => DeletionPolicy !== 'Delete')
      .map(([id, { DeletionPolicy, UpdateReplacePolicy }]) => [id, DeletionPolicy, UpdateReplacePolicy]),
  );
  assert.equal(kept, [['Store', 'RetainExceptOnCreate', 'Retain']]);
});

framework.run();

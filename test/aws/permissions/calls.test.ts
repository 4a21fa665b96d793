import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { keptRecords, type Records, recordsFolder, unusedFile } from '../emulator/records.js';
import type { Asked } from '../iam/allows.js';
import { refusalOf, unusedOf } from './judge.js';

const permissions = suite('calls of the tests, and what roles are granted');

const records = keptRecords();
const asked = (records ?? []).flatMap(({ calls, grants }) => {
  const byName = new Map(grants.map((one) => [one.name, one]));
  return calls.flatMap((call) =>
    [...call.asked, ...missing(call)].map((one) => ({
      ...call,
      grants: byName.get(call.grants!)!,
      asked: one,
    })),
  );
});

/**
 * Only who may list is told that an object is not there: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
function missing({ asked, status }: Records['calls'][number]): readonly Asked[] {
  const [{ action, resource } = { action: '', resource: '' }] = asked;
  if (status !== 404 || action !== 's3:GetObject') return [];
  return [{ action: 's3:ListBucket', resource: resource.replace(/\/.*/, ''), context: {} }];
}

/** A role's name without what CloudFormation puts behind it, and without its environment. */
const kindOf = (source: string): string =>
  source
    .split('/')
    .at(-1)!
    .replace(/-[0-9A-Z]{8,}$/, '')
    .replace(/^plancc-env-.*-(\w+)$/, 'environment $1')
    .replace(/^plancc-(\w+Role)$/, 'account $1')
    .replace(/^plancc-.*--.*$/, 'plan');

const test = records === undefined || records.length === 0 ? permissions.skip : permissions;
if (records === undefined) console.log('skipped: without a run of all tests with --aws there are no calls');

test('the roles of plancc and people with its policies are among those who call', () => {
  const kinds = new Set(asked.map(({ source }) => kindOf(source)));
  for (const kind of ['account ReceiverRole', 'environment ControllerRole', 'environment WorkerRole'])
    assert.ok(kinds.has(kind), `${kind} of ${[...kinds].join(', ')}`);
});

test('nobody asks for what they are not granted', () => {
  const refusals = asked.flatMap(({ source, grants, asked: one }) => {
    const why = refusalOf(grants, one);
    return why === undefined
      ? []
      : [`${kindOf(source)}: ${one.action} on ${one.resource} ${JSON.stringify(one.context)}: ${why}`];
  });
  assert.equal([...new Set(refusals)].slice(0, 30), []);
});

test('what is granted and was never used is told', () => {
  const kinds = [...new Set(asked.map(({ source }) => kindOf(source)))].filter((kind) => kind !== 'plan');
  const told = kinds.sort().map((kind) => {
    const calls = asked.filter(({ source }) => kindOf(source) === kind);
    const unused = unusedOf(
      calls.at(-1)!.grants,
      calls.map((call) => call.asked),
    );
    return [
      `${kind}: ${unused.length === 0 ? 'all that is granted was used' : 'granted, never used'}`,
      ...unused,
    ].join('\n  ');
  });
  writeFileSync(join(process.env[recordsFolder]!, unusedFile), `${told.join('\n')}\n`);
});

permissions.run();

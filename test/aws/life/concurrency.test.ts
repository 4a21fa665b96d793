import * as assert from 'uvu/assert';
import { onAccount } from './harness.js';

const concurrency = onAccount('several deployments at once in AWS', [
  'dev',
  'rejecting --concurrency reject',
  'replacing --concurrency replace',
]);

const release = {
  'plan.yaml': `
Name: release
Version: 1.0.0
States:
  Approve: { Type: approval, TimeoutSeconds: 120 }
`,
};

concurrency.test('one waits for the other, and goes on when that has ended', async (life) => {
  life.project('release', release);
  const first = life.done('deploy release --env dev');
  await life.waiting('dev');
  await life.done('deploy release --env dev --set-version 1.1.0 --no-follow');
  assert.match(await life.done('status --env dev'), 'release  -, 1.0.0 waits for approval, 1 queued\n');
  await life.done('approve release --env dev');
  assert.match(await first, 'release 1.0.0 runs in dev');
  await life.waiting('dev');
  await life.done('approve release --env dev');
  assert.match(await life.done('follow release --env dev'), 'release 1.1.0 runs in dev');
});

concurrency.test('the second is refused', async (life) => {
  life.project('release', release);
  const first = life.done('deploy release --env rejecting');
  await life.waiting('rejecting');
  const second = await life.done('deploy release --env rejecting --set-version 1.1.0', { status: 1 });
  assert.match(
    second,
    /release 1\.1\.0 was rejected in rejecting .*\nRejected: \S+ deploys release to rejecting now/,
  );
  await life.done('approve release --env rejecting');
  assert.match(await first, 'release 1.0.0 runs in rejecting');
});

concurrency.test('the second replaces the first', async (life) => {
  life.project('release', release);
  const first = life.done('deploy release --env replacing', { status: 1 });
  await life.waiting('replacing');
  const second = life.done('deploy release --env replacing --set-version 1.1.0');
  const replaced = await first;
  assert.match(replaced, /release 1\.0\.0 was replaced in replacing .*\nReplaced: replaced by /);
  assert.not.match(replaced, 'Approve: failed');
  assert.not.match(replaced, 'plancc retry');
  await life.waiting('replacing');
  await life.done('approve release --env replacing');
  assert.match(await second, 'release 1.1.0 runs in replacing');
});

concurrency.test('one that is stopped goes on from there when it is retried', async (life) => {
  life.project('release', release);
  const stopped = life.done('deploy release --env dev --set-version 2.0.0', { status: 1 });
  await life.waiting('dev');
  await life.done('stop release --env dev');
  assert.match(
    await stopped,
    /release 2\.0\.0 was stopped in dev .*; 1\.1\.0 still runs\n(.*\n)*.*next {2}plancc retry/,
  );
  await life.waiting('dev', 0);
  const retried = life.done('retry release --env dev');
  await life.waiting('dev');
  await life.done('approve release --env dev');
  assert.match(await retried, 'release 2.0.0 runs in dev');
});

concurrency.run();

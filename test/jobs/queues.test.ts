import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { compile } from '../../src/compiler/index.js';
import { foldersOf } from '../../src/engines/local/folders.js';
import { createJobs } from '../../src/engines/local/jobs/index.js';
import { jobsIn, runnerPlace, runnersIn, temporaryIn } from '../../src/engines/local/jobs/places.js';
import { queueIn } from '../../src/engines/local/jobs/queue.js';
import type { Mocks } from '../../src/engines/local/mocks/mocks.js';
import { createStacks } from '../../src/engines/local/stacks/index.js';
import type { Job } from '../../src/ports/jobs.js';
import { virtualProject } from '../../src/source/virtual.js';
import { newFolder } from '../folder.js';
import { aJob } from './shipped.js';

const queues = suite('queues of local runners');

const distribution = { name: 'shop', version: '1.0.0', id: 'sha256' };
const job = (more: Partial<Job> = {}): Job => aJob(distribution, { Commands: ['true'] }, more);
const settings = {
  ...{ Name: 'tools', Queue: 'q', TaskDefinition: 't' },
  ...{ Startup: ['apt-get install jq'], IdleTimeout: '90s' },
};

function newQueues(mocks: Mocks = {}) {
  const folders = foldersOf(join(newFolder(), 'plancc'));
  const { submit } = createJobs(folders, mocks);
  return {
    folders,
    submit,
    runners: () => runnersIn(folders.jobs).map((key) => runnerPlace(folders.jobs, key)),
  };
}

const runnerIn = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

queues('jobs of runners with the same settings are in one, whatever version they are of', async () => {
  const { submit, runners } = newQueues();
  await submit(job({ runner: settings }));
  await submit(job({ runner: settings, distribution: { ...distribution, version: '1.1.0' } }));
  assert.is(runners().length, 1);
  await submit(job());
  await submit(job({ runner: settings, environment: 'production' }));
  await submit(job({ runner: { ...settings, Startup: [] } }));
  assert.is(runners().length, 4);
});

queues('the same job again changes nothing', async () => {
  const { submit, runners } = newQueues();
  const one = job();
  await submit(one);
  await submit({ ...one, properties: {} });
  const [place] = runners();
  assert.equal(jobsIn(place!), [one.id]);
  assert.equal(JSON.parse(readFileSync(join(place!.queue, `${one.id}.json`), 'utf8')), one);
});

queues(
  'jobs of commands with other environment variables are in others, the same job again is not',
  async () => {
    const { submit, runners } = newQueues();
    const known = process.env.AWS_PROFILE;
    const under = async (profile: string, one: Job) => {
      process.env.AWS_PROFILE = profile;
      await submit(one);
    };
    const one = job();
    await under('ann', one);
    await under('ann', job());
    await under('ben', one);
    assert.equal(
      runners().map((place) => jobsIn(place).length),
      [2],
    );
    await under('ben', job());
    assert.is(runners().length, 2);
    if (known === undefined) delete process.env.AWS_PROFILE;
    else process.env.AWS_PROFILE = known;
  },
);

queues('a job that could not be read is given when it can be', async () => {
  const { submit, runners, folders } = newQueues();
  const one = job();
  await submit(one);
  const [place] = runners();
  const file = join(place!.queue, `${one.id}.json`);
  const text = readFileSync(file);
  rmSync(file);
  mkdirSync(file);
  const { receive } = queueIn(place!, temporaryIn(folders.jobs));
  const { signal } = new AbortController();
  const refused = await receive(signal).catch((error: Error) => error.message);
  assert.match(String(refused), 'EISDIR');
  rmSync(file, { recursive: true });
  writeFileSync(file, text);
  assert.equal(
    (await receive(signal)).map((found) => found.job.id),
    [one.id],
  );
});

queues('a runner has what its plan says, and mocks in the place of its image', async () => {
  const plain = newQueues();
  await plain.submit(job({ runner: settings }));
  const [place] = plain.runners();
  const startup = ['apt-get install jq'];
  const [idleTimeout, maxConcurrency] = ['90s', 4];
  assert.equal(runnerIn(place!.settings), {
    ...{ name: 'tools', startup, variables: {} },
    ...{ idleTimeout, maxConcurrency },
  });
  const mocked = newQueues({ Runners: { tools: { Startup: ['echo ready'], Path: ['mocks/bin'] } } });
  await mocked.submit(job({ runner: settings }));
  assert.equal(runnerIn(mocked.runners()[0]!.settings).startup, ['echo ready']);
});

queues('the environment of a runner comes from the stack of its plan', async () => {
  const { submit, runners, folders } = newQueues();
  const text = `Name: shop
Version: 1.0.0
Runners:
  tools: { Image: node, Environment: { STAGE: !Ref PlanccEnvironment, COUNT: 3 } }
Resources:
  Topic: { Type: AWS::SNS::Topic }
States:
  Run: { Type: runner, Properties: { Runner: tools, Commands: ["true"] } }
`;
  const { output, problems } = compile({ file: 'plan.yaml', text, project: virtualProject({}) });
  const stacks = createStacks({
    folder: folders.stacks,
    rehearse: () => undefined,
    onMachine: async () => {},
  });
  const parameters = Object.keys(output!.template.Parameters as object).map((name) => [
    name,
    name === 'PlanccEnvironment' ? 'test' : 'arn:aws:x:local:000000000000:x',
  ]);
  const made = await stacks.reconcile({
    ...{
      action: 'Deploy',
      name: 'plancc-test--shop',
      template: JSON.stringify(output!.template),
      token: 'one',
    },
    ...{ parameters: Object.fromEntries(parameters), secret: [], tags: {}, disableRollback: false },
    capabilities: ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM'],
  });
  assert.is(made.status, 'done', JSON.stringify([made, problems]));
  await submit(job({ runner: settings }));
  assert.equal(runnerIn(runners()[0]!.settings).variables, { STAGE: 'test', COUNT: '3' });
});

queues('a process is given each job once, and the next one with what was noted', async () => {
  const { submit, runners, folders } = newQueues();
  const { signal } = new AbortController();
  const [one, two] = [job(), job()];
  await submit(one);
  await submit(two);
  const [place] = runners();
  const open = () => queueIn(place!, temporaryIn(folders.jobs));
  const first = open();
  assert.equal(await first.receive(signal), [
    { job: one, progress: undefined },
    { job: two, progress: undefined },
  ]);
  assert.equal(await first.receive(AbortSignal.timeout(100)), []);
  await first.note(one, { folder: '/tmp/one' });
  await first.note(one, { answer: { output: {} } });
  await first.remove(two);
  assert.equal(await open().receive(signal), [{ job: one, progress: { answer: { output: {} } } }]);
  await first.remove(one);
  assert.equal(jobsIn(place!), []);
});

queues.run();

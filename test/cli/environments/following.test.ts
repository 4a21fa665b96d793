import { readlinkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { write } from '../../folder.js';
import { session } from '../on-terminal.js';
import { inProject } from './project.js';

const following = suite('following a deployment');

const slow = `Name: slow
Version: 1.0.0
States:
  First: { Type: runner, Properties: { Commands: [echo began, sleep 1.5] } }
  Items:
    Type: Map
    ItemsPath: \${{ Parameters.Names }}
    ItemProcessor:
      States:
        One: { Type: runner, Properties: { Commands: ['echo one'] } }
Parameters:
  Names: { Type: List, Default: [a, b, c] }
`;

/** The same, which goes on as long as there is no such file. */
const slowUntil = (file: string) => slow.replace('sleep 1.5', `until test -e ${file}; do sleep 0.1; done`);

following(
  'Ctrl-C ends the following alone, and says how to come back',
  inProject(async (run, folder) => {
    write(folder, 'slow/plan.yaml', slow);
    const { until, type, ended } = session(['deploy', 'slow', '--env', 'dev'], folder);
    await until('First | began');
    type('\x03');
    const { shown, status } = await ended;
    assert.match(
      shown,
      /the deployment goes on; come back to it with\r\n {2}plancc follow \S+ --env dev\r\nplancc: interrupted/,
    );
    assert.is(status, 130);
    const again = run('follow slow');
    assert.match(again.stdout, 'First | began\n');
    assert.match(again.stdout, 'Items: 3 of 3 items\n');
    assert.match(again.stdout, 'One[2]: succeeded in ');
    assert.is(again.status, 0, again.stdout);
  }),
);

following(
  'who follows sees that a deployment goes on whose process was killed',
  inProject(async (run, folder) => {
    write(folder, 'slow/plan.yaml', slow);
    run('deploy slow --env dev --no-follow');
    await setTimeout(500);
    kill(folder);
    const { stdout, status } = run('follow');
    assert.is(status, 0, stdout);
    assert.match(stdout, 'slow 1.0.0 runs in dev');
  }),
);

following(
  'a deployment that waits for another one says so',
  inProject(async (run, folder) => {
    write(folder, 'slow/plan.yaml', slowUntil(join(folder, 'go')));
    const first = run('deploy slow --env dev --no-follow').stdout.trim();
    const second = session(['deploy', 'slow', '--env', 'dev', '--json'], folder);
    await second.until('"queued"');
    write(folder, 'go', '');
    const { shown, status } = await second.ended;
    const told = (shown.match(/\{"event":"deployment".*\}/g) ?? []).map((line) => JSON.parse(line));
    assert.is(status, 0);
    assert.is(told.find((news) => news.status === 'queued')?.behind, first, shown);
    assert.is(told.at(-1).status, 'running');
  }),
);

following(
  'what goes on is seen beside what queues behind it, and it is what is stopped',
  inProject((run, folder) => {
    write(folder, 'slow/plan.yaml', slowUntil(join(folder, 'go')));
    const first = run('deploy slow --env dev --no-follow').stdout.trim();
    const second = run('deploy slow --env dev --set-version 1.1.0 --no-follow').stdout.trim();
    assert.match(run('status').stdout, 'slow  -, 1.0.0 running, 1 queued\n');
    const stopped = run('stop slow --env dev').stderr;
    assert.match(stopped, `stopped ${first} of slow 1.0.0 in dev\n`);
    assert.match(stopped, `${second}, which had queued behind it, comes now\n`);
    run(`stop ${second}`);
    assert.match(run('status').stdout, 'slow  -, 1.1.0 stopped\n');
  }),
);

following(
  'a failure that is rehearsed where there is nothing to fail is told',
  inProject((run, folder) => {
    write(folder, 'slow/plan.yaml', slow);
    const { stderr, status } = run('deploy slow --env dev --rehearse plancc-dev--slwo');
    assert.is(status, 0);
    assert.match(stderr, 'there is no stack `plancc-dev--slwo`; did you mean `plancc-dev--slow`?');
  }),
);

for (const [what, removed, message] of [
  ['folder', '.plancc', /there is no store `\.plancc`/],
  [
    'record',
    '.plancc/store/environments',
    /`\S+` is neither a deployment nor a distribution that was deployed in `dev`/,
  ],
] as const)
  following(
    `who follows is told when the ${what} is removed`,
    inProject(async (run, folder) => {
      write(folder, 'slow/plan.yaml', slow.replace('sleep 1.5', 'sleep 30'));
      run('deploy slow --env dev --no-follow');
      const { until, ended } = session(['follow', 'slow'], folder);
      await until('First | began');
      kill(folder);
      remove(join(folder, removed));
      const { shown, status } = await ended;
      assert.match(shown, message);
      assert.is(status, 1);
    }),
  );

/** Kills the process that works for the environments of a folder, which its lock names. */
function kill(folder: string): void {
  const [, pid] = readlinkSync(join(folder, '.plancc/engine/host.lock')).split('-');
  process.kill(Number(pid), 'SIGKILL');
}

/** At once: who follows may have started another process, which writes into the folder while it is emptied. */
function remove(path: string): void {
  renameSync(path, `${path}-gone`);
  rmSync(`${path}-gone`, { recursive: true, force: true, maxRetries: 9 });
}

following.run();

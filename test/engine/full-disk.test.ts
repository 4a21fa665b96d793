import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDeployment } from '../../src/environment/deployments.js';
import { bin, environment, plancc } from '../cli/plancc.js';
import { newFolder } from '../folder.js';
import { onSmallDisk } from '../store/small-disk.js';
import { newEngine } from './deploy.js';

const full = suite('deployments on a full disk');

const plan = `Name: crowded
Version: 1.0.0
Outputs: { Said: "\${{ States.Work.said }}" }
States:
  Before: { Type: Wait, Seconds: 2 }
  Stack: { Type: cfn, Properties: { StackName: crowded, Template: stack.yaml } }
  Work:
    Type: runner
    Properties:
      Commands: [echo working, 'echo "{\\"said\\":\\"hello\\"}" > "$PLANCC_OUTPUT"']
`;
const stack = 'Resources:\n  Topic: { Type: AWS::SNS::Topic }\n';

onSmallDisk(full, 'stand still, and go on to their end when there is room again', async (disk) => {
  const root = join(disk, 'plancc');
  const folder = newFolder({ 'plan.yaml': plan, 'stack.yaml': stack });
  const run = (...words: string[]) => plancc([...words, '--store', root], { cwd: folder });
  const follower = spawn(process.execPath, [bin, 'deploy', '--env', 'dev', '--store', root], {
    cwd: folder,
    env: environment(),
  });
  let said = '';
  for (const stream of [follower.stdout, follower.stderr]) stream.on('data', (chunk) => (said += chunk));
  process.on('exit', () => follower.kill());
  const ended = new Promise((resolve) => follower.on('close', resolve));
  for (let looks = 0; !said.includes('crowded 1.0.0 in dev'); looks++) {
    assert.ok(looks < 200, said);
    await setTimeout(50);
  }
  const filler = join(disk, 'in the way');
  const fill = () => {
    for (let size = 1 << 20; size > 0; size >>= 1)
      while (statfsSync(disk).bavail * statfsSync(disk).bsize >= size)
        writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
  };
  fill();
  const refused = run('deploy', 'crowded@1.0.0', '--env', 'dev', '--no-follow');
  assert.is(refused.status, 1, refused.stdout + refused.stderr);
  assert.match(refused.stderr, /error\[PLAN7001\].*no space left on the disk/);
  assert.not.match(refused.stderr, / {4}at /);
  for (const command of ['status', 'history']) {
    const { status, stdout, stderr } = run(command);
    assert.is(status, 0, stderr);
    assert.match(stdout, 'crowded');
  }
  await setTimeout(4000);
  assert.is(follower.exitCode, null, said);
  assert.not.match(said, 'Work: started');
  rmSync(filler);
  assert.is(await ended, 0, said);
  assert.match(said, 'hello');
  const { stdout } = run('history', '--json');
  assert.is(JSON.parse(stdout).deployments.length, 1, 'what was refused is not there');
  assert.not.match(said, / {4}at /);
});

full('go on where a host that could write no large file left them', async () => {
  const { root, engine, request } = await newEngine();
  const named = await request({ 'plan.yaml': plan, 'stack.yaml': stack });
  // Anybody may have the system limit sizes of files, in units of 512 bytes. It writes a part, then refuses.
  const host = (limit: string) => {
    const line = `ulimit -f ${limit}; exec "$0" "$1" host --store "$2"`;
    const words = ['-c', line, process.execPath, bin, root];
    // Runners stay for a while, with what their host has.
    const child = spawn('sh', words, { env: environment(), stdio: 'ignore' });
    process.on('exit', () => child.kill());
    return child;
  };
  const unable = host('12');
  await setTimeout(5000);
  assert.is(unable.exitCode, null);
  assert.is((await readDeployment(engine.store, named))?.status, 'running');
  unable.kill('SIGKILL');
  await once(unable, 'exit');
  await once(host('unlimited'), 'exit');
  const record = (await readDeployment(engine.store, named))!;
  assert.equal([record.status, record.outputs], ['succeeded', { Said: 'hello' }]);
});

full.run();

import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { watch } from '../../src/cli/watch.js';
import { inFolder } from '../folder.js';
import { hasTerminals, session } from './on-terminal.js';
import { bad, bin, environment, good } from './plancc.js';

const watching = suite('validate --watch');

/** The real command while it runs; `next` gives what it says until it waits again. */
function started(words: readonly string[], cwd: string) {
  const child = spawn(process.execPath, [bin, 'validate', '--watch', ...words], { cwd, env: environment() });
  let said = '';
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const mark = 'watching; Ctrl-C ends it\n';
  return {
    next: async () => {
      for (let waited = 0; !said.includes(mark); waited += 20) {
        if (waited > 20_000) throw new Error(`it says only ${JSON.stringify(said)}`);
        await setTimeout(20);
      }
      const at = said.indexOf(mark);
      const text = said.slice(0, at);
      said = said.slice(at + mark.length);
      return text;
    },
    left: () => said,
    end: async (signal: 'SIGINT' | 'SIGTERM') => {
      child.kill(signal);
      return { status: await ended, stdout, stderr: said };
    },
  };
}

const withTemplate = `${good}  Stack: { Type: cfn, Properties: { StackName: a, Template: templates/t.yaml } }\n`;
const template = 'Resources: { Topic: { Type: AWS::SNS::Topic } }\n';

watching(
  'checks again when the plan or a file that it names is written, replaced, removed or comes back',
  inFolder({ 'plan.yaml': withTemplate, 'templates/t.yaml': template, other: '' }, async (cwd) => {
    const run = started([], cwd);
    assert.is(await run.next(), 'no problems in 1 plan\n');

    writeFileSync(join(cwd, 'plan.yaml'), bad);
    const second = await run.next();
    assert.match(second, /^\nchanged: plan\.yaml\n/);
    assert.match(second, 'error[PLAN2001]');

    // As editors do: a new file takes the place of the old one.
    writeFileSync(join(cwd, 'plan.yaml.new'), withTemplate);
    renameSync(join(cwd, 'plan.yaml.new'), join(cwd, 'plan.yaml'));
    assert.match(await run.next(), 'no problems in 1 plan\n');

    rmSync(join(cwd, 'templates'), { recursive: true });
    const gone = await run.next();
    assert.match(gone, 'templates/t.yaml');
    assert.match(gone, 'error[PLAN3001]');
    mkdirSync(join(cwd, 'templates'));
    writeFileSync(join(cwd, 'templates/t.yaml'), template);
    assert.match(await run.next(), 'no problems in 1 plan\n');

    rmSync(join(cwd, 'plan.yaml'));
    assert.match(await run.next(), 'error[PLAN0020]');
    writeFileSync(join(cwd, 'plan.yml'), withTemplate);
    assert.match(await run.next(), 'no problems in 1 plan\n');

    writeFileSync(join(cwd, 'other'), 'something else');
    await setTimeout(600);
    assert.is(run.left(), '', 'nobody waits for that file');
    const { status, stdout, stderr } = await run.end('SIGINT');
    assert.equal([status, stdout, stderr], [130, '', 'plancc: interrupted\n']);
  }),
);

watching(
  'several plans; another signal; nothing that steers a terminal where there is none',
  inFolder({ 'a/plan.yaml': good, 'b.yaml': bad }, async (cwd) => {
    const run = started(['a', 'b.yaml'], cwd);
    assert.match(await run.next(), '1 error in 2 plans');
    writeFileSync(join(cwd, 'b.yaml'), good);
    const text = await run.next();
    assert.match(text, 'changed: b.yaml\nno problems in 2 plans\n');
    assert.not.match(text, '\x1b');
    assert.is((await run.end('SIGTERM')).status, 143);
  }),
);

watching(
  'many writes in a row are one change',
  inFolder({ file: '' }, async (cwd) => {
    const path = join(cwd, 'file');
    const { look, changed } = watch();
    look(path);
    let waits = true;
    const found = changed(new AbortController().signal).finally(() => {
      waits = false;
    });
    for (let size = 1; size <= 8; size++) {
      writeFileSync(path, 'x'.repeat(size));
      await setTimeout(60);
      assert.ok(waits, 'not before it is at rest');
    }
    assert.equal(await found, [path]);
  }),
);

(hasTerminals ? watching : watching.skip)(
  'Ctrl-C on a terminal ends it',
  inFolder({ 'plan.yaml': good }, async (cwd) => {
    const run = session(['validate', '--watch'], cwd);
    await run.until('watching; Ctrl-C ends it');
    run.type('\x03');
    const { status, shown } = await run.ended;
    assert.is(status, 130);
    assert.match(shown, 'plancc: interrupted');
    for (const clears of ['\x1b[J', '\x1b[2J', '\x1b[3J', '\x1bc']) assert.not.match(shown, clears);
  }),
);

watching.run();

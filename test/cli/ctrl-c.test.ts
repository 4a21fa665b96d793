import { existsSync, mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { hasTerminals, type Session, session } from './on-terminal.js';
import { good, plancc } from './plancc.js';

const ctrlC = suite('Ctrl-C on a terminal');
const onTerminal = hasTerminals ? ctrlC : ctrlC.skip;

const key = '\x03';

/** Presses it when a text is shown; gives what is shown in the end, and how long the end took. */
async function interrupted(opened: Session, text: string) {
  const pressed = await opened.until(text);
  opened.type(key);
  const { status, shown, milliseconds } = await opened.ended;
  assert.is(status, 130, shown);
  assert.not.match(shown, '\x1b[?25', 'the cursor is never hidden');
  return { shown, took: milliseconds - pressed };
}

/** What stays on the screen after the last line was written over. */
const left = (shown: string) => shown.split('\r\x1b[K').at(-1);

const states = Array.from(
  { length: 20_000 },
  (_, index) => `  S${index}: { Type: Pass, Comment: nothing to do }\n`,
);

onTerminal(
  'while a long plan is compiled: at once, nothing written',
  inFolder({ 'plan.yaml': `Name: long\nVersion: 1.0.0\nStates:\n${states.join('')}` }, async (cwd) => {
    const started = performance.now();
    plancc(['validate'], { cwd });
    const whole = performance.now() - started;
    for (const words of [['validate'], ['build'], ['print', 'definition']]) {
      const { took } = await interrupted(session(words, cwd), 'compiling plan.yaml …');
      assert.ok(took < whole / 3, `${words} took ${took} ms to end, and ${whole} ms to work`);
    }
    assert.equal(readdirSync(cwd), ['plan.yaml']);
  }),
);

onTerminal(
  'while packing: the bar is gone, nothing written',
  inFolder({ 'plan.yaml': good, large: '' }, async (cwd) => {
    truncateSync(join(cwd, 'large'), 2 ** 31);
    const { shown, took } = await interrupted(session(['build'], cwd), '\rpacking ');
    assert.is(left(shown), 'plancc: interrupted\r\n');
    assert.ok(took < 5000, `${took} ms`);
    assert.equal(readdirSync(cwd).sort(), ['large', 'plan.yaml']);
  }),
);

onTerminal(
  'while verifying: the bar is gone',
  inFolder({ 'plan.yaml': good, large: '' }, async (cwd) => {
    truncateSync(join(cwd, 'large'), 500_000_000);
    assert.is(plancc(['build', '--quiet'], { cwd }).status, 0);
    const words = ['verify', 'dist/small-1.0.0.zip'];
    const { shown } = await interrupted(session(words, cwd), '\rverifying ');
    assert.is(left(shown), 'plancc: interrupted\r\n');
  }),
);

onTerminal(
  'while a command before packing does not listen: says that pressing it again ends it, which it does',
  inFolder({}, async (cwd) => {
    for (const folder of ['project', 'tmp']) mkdirSync(join(cwd, folder));
    const command = `trap '' TERM INT; echo begun; sleep 20 & wait; sleep 20`;
    writeFileSync(
      join(cwd, 'project/plan.yaml'),
      `${good}Package: { Before: [${JSON.stringify(command)}] }\n`,
    );
    const opened = session(['build'], join(cwd, 'project'), { TMPDIR: join(cwd, 'tmp') });
    await opened.until('begun\r\n');
    opened.type(key);
    await interrupted(opened, 'plancc: cleaning up; Ctrl-C again ends it at once\r\n');
    assert.equal(readdirSync(join(cwd, 'tmp')), []);
    assert.not.ok(existsSync(join(cwd, 'project/dist')));
  }),
);

ctrlC.run();

import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { hasTerminals, type Session, session } from './on-terminal.js';
import { good, plancc } from './plancc.js';

const responsive = suite('something on the terminal within a tenth of a second');
const onTerminal = hasTerminals ? responsive : responsive.skip;

const states = Array.from(
  { length: 6000 },
  (_, index) => `  S${index}: { Type: Pass, Comment: nothing to do }\n`,
);
const long = `Name: long\nVersion: 1.0.0\nStates:\n${states.join('')}`;

/**
 * When a session shows a text, against the time that nothing but starting takes on this machine at this moment. A tenth
 * of a second is what a quiet machine needs for both.
 */
async function isPrompt(open: () => Session, text: string, cwd: string): Promise<Session> {
  const { milliseconds: start } = await session(['--version'], cwd).ended;
  const opened = open();
  const shown = await opened.until(text);
  assert.ok(shown < 3 * start + 100, `${text}: after ${shown} ms, where starting takes ${start} ms`);
  return opened;
}

onTerminal(
  'validating and building a long plan',
  inFolder({ 'plan.yaml': long }, async (cwd) => {
    const text = 'compiling plan.yaml …\r\n';
    const validated = await isPrompt(() => session(['validate'], cwd), text, cwd);
    assert.is((await validated.ended).status, 0);
    const built = await isPrompt(() => session(['build'], cwd), text, cwd);
    built.type('\x03');
    await built.ended;
    for (const words of [['--quiet'], ['--json']])
      assert.not.match((await session(['validate', ...words], cwd).ended).shown, 'compiling');
  }),
);

onTerminal(
  'packing and verifying',
  inFolder({ 'plan.yaml': good, large: '' }, async (cwd) => {
    truncateSync(join(cwd, 'large'), 200_000_000);
    const built = await isPrompt(() => session(['build'], cwd), '\rpacking ', cwd);
    await built.ended;
    const verified = await isPrompt(
      () => session(['verify', 'dist/small-1.0.0.zip'], cwd),
      '\rverifying ',
      cwd,
    );
    await verified.ended;
  }),
);

onTerminal(
  'commands before packing',
  inFolder({ 'plan.yaml': `${good}Package: { Before: [sleep 0.5] }\n` }, async (cwd) => {
    const text = 'running the commands of Package.Before in a copy of the project\r\n';
    await (await isPrompt(() => session(['build'], cwd), text, cwd)).ended;
  }),
);

responsive(
  'none of it where nobody looks',
  inFolder({ 'plan.yaml': long }, (cwd) => {
    assert.equal(plancc(['validate'], { cwd }).stderr, 'no problems in 1 plan\n');
  }),
);

responsive.run();

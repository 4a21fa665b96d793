import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { newRunner } from './runner.js';

const jobs = suite('jobs of a runner');

jobs('the output is the JSON object that the job wrote', async () => {
  const { perform } = await newRunner();
  const write = (text: string) => perform({ Commands: [`printf '%s' '${text}' > "$PLANCC_OUTPUT"`] });
  assert.equal(await write('{"Url": "https://x", "Count": 2}\n'), { output: { Url: 'https://x', Count: 2 } });
  assert.equal(await write('twelve tables\n'), { output: { result: 'twelve tables' } });
  assert.equal(await write('[1, 2]'), { output: { result: '[1, 2]' } });
  assert.equal(await write('{"Url": '), { output: { result: '{"Url": ' } });
  assert.equal(await write('\n'), { output: {} });
  assert.equal(await perform({ Commands: ['true'] }), { output: {} });
});

jobs('a job that does not write what its state declares fails, and says what it wrote', async () => {
  const { perform } = await newRunner();
  const write = (text: string) => `printf '%s' '${text}' > "$PLANCC_OUTPUT"`;
  const Outputs = ['Url', 'Count'];
  const whole = await perform({ Commands: [write('{"Url": "https://x", "Count": 2, "More": 1}')], Outputs });
  assert.equal(whole, { output: { Url: 'https://x', Count: 2, More: 1 } });
  const wrong = await perform({ Commands: [write('{"Ulr": "https://x", "Count": 2}')], Outputs });
  assert.match(JSON.stringify(wrong), /"JobFailed".*did not write Url, which .* it wrote Ulr, Count/);
  assert.match(
    JSON.stringify(await perform({ Commands: ['true'], Outputs })),
    /Url, Count.* it wrote nothing/,
  );
});

jobs('an output larger than a state may have is a failure that says so', async () => {
  const { perform } = await newRunner();
  const answer = await perform({ Commands: ['head -c 300000 /dev/zero > "$PLANCC_OUTPUT"'] });
  assert.match(JSON.stringify(answer), /"JobFailed".*300000 bytes.*262144/);
});

jobs('commands have the files, the payload and the environment', async () => {
  const { perform } = await newRunner({
    files: { 'schema/changelog.sql': 'select 1', 'bin/greet': '#!/bin/sh\necho "hello $1"' },
    runner: { variables: { FROM_RUNNER: 'r' } },
  });
  const answer = await perform({
    WorkingDirectory: 'schema',
    Environment: { TEXT: '$(id) "q"', NUMBER: 3, FLAG: false, LIST: ['a'] },
    Commands: [
      'cat changelog.sql > out',
      '{ cat out; echo; ../bin/greet you; echo "$TEXT $NUMBER $FLAG $LIST $FROM_RUNNER"; } > "$PLANCC_OUTPUT"',
      'echo "$PLANCC_ENVIRONMENT $PLANCC_DEPLOYMENT" >> "$PLANCC_OUTPUT"; cat "$PLANCC_INPUT" >> "$PLANCC_OUTPUT"',
    ],
  });
  assert.equal(answer, {
    output: {
      result: [
        'select 1',
        'hello you',
        '$(id) "q" 3 false ["a"] r',
        'test 20261123-120000-abcdef',
        '{"environment":"test","output":{}}',
      ].join('\n'),
    },
  });
});

jobs('the first command that fails ends the job, and the last lines say why', async () => {
  const { perform, logs } = await newRunner();
  const answer = await perform({ Commands: ['echo one', 'false && true', 'echo two'] });
  assert.equal(answer, { error: 'JobFailed', cause: 'a command exited with code 1\none' });
  assert.match(
    await logs(),
    /^--- 20\S+Z runner tools ---\none\n--- 20\S+Z a command exited with code 1 ---\n$/,
  );
  const many = await perform({ Commands: ['seq 100; exit 7'] });
  const lines = Array.from({ length: 20 }, (_, index) => 81 + index);
  assert.equal(many, { error: 'JobFailed', cause: `a command exited with code 7\n${lines.join('\n')}` });
  assert.equal(await perform({ Commands: ['kill -KILL $$'] }), {
    error: 'JobFailed',
    cause: 'a command was ended by SIGKILL',
  });
  assert.equal(await perform({ Commands: ["sh -c 'kill -KILL $$'"] }), {
    error: 'JobFailed',
    cause: 'a command exited with code 137 (SIGKILL)\nKilled',
  });
});

jobs('without a place for its folder it fails', async () => {
  const { perform } = await newRunner();
  const { TMPDIR } = process.env;
  process.env.TMPDIR = '/nowhere';
  try {
    const { error, cause } = (await perform({ Commands: ['true'] })) as { error: string; cause: string };
    assert.is(error, 'JobFailed');
    assert.match(cause, /^`\/nowhere\/plancc-job-/);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
});

jobs.run();

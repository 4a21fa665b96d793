import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { defineCommand } from '../../../src/cli/command.js';
import { env } from '../../../src/cli/commands/env.js';
import { create } from '../../../src/cli/environments/env-create.js';
import { environments } from '../../../src/cli/environments/places.js';
import { createEnvironment } from '../../../src/environment/environments.js';
import { inFolder } from '../../folder.js';
import { environment, folderWith, ran } from './place.js';

const otherwise = suite('an environment that is there, and set up otherwise');

const dev = environment('dev', { approvals: 1 });

/** `plancc env create` with `--region`, where a folder stands for that region. Another one may be faster. */
const inRegion = (isOvertaken: boolean) =>
  defineCommand({
    ...env,
    run: ([, name], options, terminal) =>
      environments(options as never, terminal, (places) =>
        create(
          {
            ...places,
            at: async () => {
              const place = await places.local('begins');
              const build = async () => void (isOvertaken && (await createEnvironment(place.store, dev)));
              return { ...place, making: { ...place.making, build } };
            },
          } as never,
          name!,
        ),
      ),
  });

const differing = {
  '--kind production': 'it was made with `--kind test`',
  '--approvals 2 --concurrency reject': 'it was made with `--concurrency queue`, `--approvals 1`',
  '--subnets subnet-0123 --public-ip': 'it is not changed by `--subnets`, `--public-ip`',
  '--kind production --execution-policies arn:aws:iam::aws:policy/ReadOnlyAccess':
    'it was made with `--kind test`; it is not changed by `--execution-policies`',
};

otherwise('the options are told, and it is not written down', async () => {
  for (const isOvertaken of [false, true])
    for (const [options, help] of Object.entries(differing)) {
      const folder = await folderWith({ environments: isOvertaken ? [] : [dev] });
      const said = await ran(inRegion(isOvertaken), `create dev --region eu-west-1 ${options}`, folder);
      assert.is(said.status, 1, said.stderr);
      assert.is(
        said.stderr.trimEnd(),
        '.plancc: error[PLAN7031]: there is an environment `dev` already\n' +
          `  = help: ${help}; without these options it is written into \`environments.yaml\` as it is`,
      );
      assert.not.ok(existsSync(join(folder, 'environments.yaml')));
    }
});

otherwise('with the options that it has, or none, it is written down', async () => {
  for (const isOvertaken of [false, true])
    for (const options of ['', '--approvals 1', '--kind test --concurrency queue --approvals 01']) {
      const folder = await folderWith({ environments: isOvertaken ? [] : [dev] });
      const said = await ran(
        inRegion(isOvertaken),
        `create dev --region eu-west-1 --json ${options}`,
        folder,
      );
      assert.is(said.status, 0, said.stderr);
      assert.equal(JSON.parse(said.stdout).environment, dev);
      assert.match(readFileSync(join(folder, 'environments.yaml'), 'utf8'), 'dev: { Region: eu-west-1 }');
    }
});

otherwise(
  'on this machine it is told, too',
  inFolder({}, async (folder) => {
    await ran(env, 'create dev', folder);
    const said = await ran(env, 'create dev --kind production', folder);
    assert.is(said.status, 1);
    assert.match(
      said.stderr,
      'help: it was made with `--kind test`; see how it is set up: `plancc env describe dev`\n',
    );
  }),
);

otherwise.run();

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { version } from '../../src/cli/version.js';
import { bin } from '../cli/plancc.js';
import { inFolder } from '../folder.js';
import { init } from './files.js';

const workflows = suite('the workflow that plancc init writes');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: { readonly path?: string };
}
interface Workflow {
  readonly on: object;
  readonly permissions: object;
  readonly env: { readonly PLANCC: string };
  readonly jobs: { readonly [job: string]: { readonly 'runs-on': string; readonly steps: readonly Step[] } };
}

const read = (folder: string): Workflow =>
  parse(readFileSync(join(folder, '.github/workflows/plancc.yml'), 'utf8'));

/** Does the steps of a job that are commands, with this plancc in the place of the one that npm would bring. */
function run({ env, jobs }: Workflow, job: string, folder: string, tag: string): string {
  const npx = join(folder, 'npx');
  writeFileSync(
    npx,
    `#!/bin/sh\n[ "$1 $2" = "--yes ${env.PLANCC}" ] || exit 9\nshift 2\nexec '${process.execPath}' '${bin}' "$@"\n`,
    {
      mode: 0o755,
    },
  );
  const commands = jobs[job]!.steps.flatMap((step) => step.run ?? []);
  assert.is(commands.length, 1);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', commands.join('\n')], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: `${folder}:${process.env.PATH}`, GITHUB_REF_NAME: tag, PLANCC: env.PLANCC },
  });
  assert.is(status, 0, stderr);
  return stdout.trim();
}

const cases = [
  { template: 'minimal', tag: 'v1.2.3-rc.1', zip: 'dist/shop-1.2.3-rc.1.zip', path: 'dist/*.zip' },
  {
    template: 'landscape',
    tag: 'network-v1.2.3',
    zip: 'network/dist/network-1.2.3.zip',
    path: '*/dist/*.zip',
  },
];

for (const { template, tag, zip, path } of cases) {
  workflows(
    `${template}: checks on pull requests, and builds the version that a tag names`,
    inFolder({}, (folder) => {
      init(folder, '--template', template, ...(template === 'minimal' ? ['--name', 'shop'] : []));
      const workflow = read(folder);
      run(workflow, 'validate', folder, '12/merge');
      assert.is(run(workflow, 'build', folder, tag), zip);
      assert.ok(existsSync(join(folder, zip)));
      const upload = workflow.jobs.build!.steps.find(({ uses }) =>
        uses?.startsWith('actions/upload-artifact'),
      );
      assert.is(upload?.with?.path, path);
      const on = workflow.on as { readonly push: { readonly tags: readonly string[] } };
      assert.ok(on.push.tags.some((pattern) => globOf(pattern).test(tag)));
    }),
  );

  workflows(
    `${template}: may read the code and nothing else, and runs nothing that others choose`,
    inFolder({}, (folder) => {
      init(folder, '--template', template, ...(template === 'minimal' ? ['--name', 'shop'] : []));
      const { on, permissions, env, jobs } = read(folder);
      assert.equal(Object.keys(on), ['pull_request', 'push']);
      assert.equal(permissions, { contents: 'read' });
      assert.is(env.PLANCC, `plancc@${version}`);
      for (const job of Object.values(jobs)) {
        assert.is(job['runs-on'], 'ubuntu-latest');
        for (const { uses, run: command } of job.steps) {
          assert.match(uses ?? 'actions/none@v1', /^actions\/[a-z-]+@v\d+$/);
          // https://docs.github.com/actions/concepts/security/script-injections
          assert.not.match(command ?? '', '${{');
        }
      }
    }),
  );
}

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
const globOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/(?<!\])\*/g, '[^/]*')}$`);

workflows.run();

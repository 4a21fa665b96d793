import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { parse } from 'yaml';
import { version } from '../../src/cli/version.js';
import { bin, plancc } from '../cli/plancc.js';
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

/** Does the steps of a job that are commands, with this plancc in the place of the one that npm would install. */
function run({ env, jobs }: Workflow, job: string, folder: string, tag: string): string {
  const plancc = `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`;
  writeFileSync(join(folder, 'installed'), plancc, { mode: 0o755 });
  const npm = `#!/bin/sh\n[ "$*" = "install --global ${env.PLANCC}" ] && mv installed plancc\n`;
  writeFileSync(join(folder, 'npm'), npm, { mode: 0o755 });
  const commands = jobs[job]!.steps.flatMap((step) => step.run ?? []);
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
      // A name would be looked up among the packages of others.
      assert.is(env.PLANCC, `./.github/plancc-${version}.tgz`);
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

workflows(
  'the plancc that it installs is what `npm pack` names so, and lies where no distribution takes it',
  inFolder({}, (folder) => {
    const { stderr } = init(folder, '--name', 'shop');
    const { PLANCC } = read(folder).env;
    assert.match(stderr, `  needs ${PLANCC.slice(2)}, as .github/workflows/plancc.yml says`);
    const root = join(import.meta.dirname, '../..');
    const [packed] = JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], root).stdout);
    assert.is(basename(PLANCC), packed.filename);
    writeFileSync(join(folder, PLANCC), 'a tarball');
    plancc(['build', '-q'], { cwd: folder });
    const { stdout } = plancc(['inspect', 'dist/shop-0.1.0.zip'], { cwd: folder });
    assert.not.match(stdout, packed.filename);
  }),
);

workflows(
  'without that file it fails, and asks no registry',
  inFolder({}, (folder) => {
    init(folder, '--name', 'shop');
    const { PLANCC } = read(folder).env;
    const nowhere = ['--registry', 'http://127.0.0.1:1', '--prefix', folder];
    const { status, stderr } = npm(['install', '--global', PLANCC, ...nowhere], folder);
    assert.is.not(status, 0);
    assert.match(stderr, 'ENOENT');
    assert.not.match(stderr, 'ECONNREFUSED');
  }),
);

const npm = (words: readonly string[], cwd: string) => spawnSync('npm', words, { cwd, encoding: 'utf8' });

/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet */
const globOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/(?<!\])\*/g, '[^/]*')}$`);

workflows.run();

import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Patterns, packageRules } from '../../src/distribution/ignore.js';
import { readDistribution } from '../../src/distribution/read.js';
import { usual } from '../../src/distribution/usual.js';
import { newFolder } from '../folder.js';
import { neededBy, oracle, packed, pathsIn, refused, told } from './project.js';

const ignoring = suite('ignore rules');

const tree = {
  'a.txt': '',
  'app/index.test.ts': '',
  'app/index.ts': '',
  'app/node_modules/lib/build/x': '',
  'app/node_modules/lib/index.js': '',
  'build/keep/b': '',
  'build/out.js': '',
  'logs/.gitkeep': '',
  'logs/app.log': '',
};

/** What of the tree is packed. */
async function kept(patterns: {
  ignore?: string;
  exclude?: string[];
  include?: string[];
}): Promise<string[]> {
  const { ignore, ...lists } = patterns;
  const root = newFolder(ignore === undefined ? tree : { ...tree, '.planccignore': ignore });
  const { file } = await packed(root, lists);
  const read = await readDistribution(file);
  if ('problems' in read) throw new Error(told(read).join());
  return pathsIn(read.manifest).filter((path) => path !== '.planccignore');
}

const withoutModules = Object.keys(tree).filter((path) => !path.includes('node_modules'));

ignoring('leave out repositories, node_modules and leftovers without being told', async () => {
  const root = newFolder({
    'a.txt': '',
    '.git/HEAD': '',
    'app/.git': 'gitdir: elsewhere',
    '.DS_Store': '',
    'app/.DS_Store': '',
    '.plancc/state.json': '',
    '.plancc-x1y2z3/distribution.zip': '',
    'node_modules/a/b.js': '',
    'app/node_modules/a/b.js': '',
    '.gitignore': '',
    'cdk.out/manifest.json': '{}',
  });
  const { file } = await packed(root);
  const read = await readDistribution(file);
  assert.ok('manifest' in read);
  assert.equal(pathsIn(read.manifest), ['.gitignore', 'a.txt', 'cdk.out/manifest.json']);
});

ignoring('have the semantics of .gitignore', async () => {
  assert.equal(await kept({}), withoutModules);
  assert.equal(
    await kept({ ignore: '\ufeff# logs\r\n*.log\r\n\r\n/build/*\r\n!/build/keep\r\n*.test.ts\r\n' }),
    ['a.txt', 'app/index.ts', 'build/keep/b', 'logs/.gitkeep'],
  );
});

ignoring('agree with git', async () => {
  const paths = Object.keys(tree);
  const ignore = [
    'node_modules/',
    'a*',
    '!app/',
    '/app/**/*.test.*',
    'build/**',
    '!build/keep/',
    'LOGS',
    'logs/?pp.log',
  ];
  const root = newFolder({ ...tree, '.gitignore': ignore.join('\n') });
  if (oracle('git', 'init', '-q', root) === undefined) return;
  const listed = oracle('git', '-C', root, 'ls-files', '--others', '--exclude-standard')!.toString();
  const expected = listed.split('\n').filter((path) => paths.includes(path));
  assert.equal(await kept({ ignore: ignore.join('\n') }), expected.sort());
});

ignoring('of Exclude come after the file, and may bring back what it leaves out', async () => {
  assert.equal(await kept({ ignore: 'logs/*\n', exclude: ['!logs/app.log', 'build/', 'app/'] }), [
    'a.txt',
    'logs/app.log',
  ]);
});

ignoring('give way to Include, which is meant from the root', async () => {
  const ignore = 'build/\n*.log\n';
  const rest = ['a.txt', 'app/index.test.ts', 'app/index.ts', 'logs/.gitkeep'];
  assert.equal(await kept({ ignore, include: ['build'] }), [
    ...rest.slice(0, 3),
    'build/keep/b',
    'build/out.js',
    ...rest.slice(3),
  ]);
  assert.equal(await kept({ ignore, include: ['build/keep/', '**/*.log'] }), [
    ...rest.slice(0, 3),
    'build/keep/b',
    ...rest.slice(3),
    'logs/app.log',
  ]);
  assert.equal(await kept({ include: ['app/node_modules'] }), Object.keys(tree));
});

ignoring('look only into the left-out folders that Include may mean', async () => {
  const inside = async (include: string[], folder: string) => {
    const patterns: Patterns = { include };
    return (await packageRules(patterns)).mayPackInside(folder);
  };
  assert.is(await inside(['app/node_modules/x'], 'app/node_modules/'), true);
  assert.is(await inside(['app/node_modules/x'], 'node_modules/'), false);
  assert.is(await inside(['app/'], 'app/deep/er/'), true);
  assert.is(await inside(['app/*/x'], 'app/any/'), true);
  assert.is(await inside(['**/x'], 'any/'), true);
  assert.is(await inside(['/build', '!any'], 'any/'), false);
});

ignoring(
  'of a folder that a state needs is told which pattern leaves it out, or that it is empty',
  async () => {
    const root = newFolder({ '.planccignore': '# of the build\n\nbuild/\n', 'build/out.js': '' });
    mkdirSync(join(root, 'empty'));
    const needed = ['build', 'empty'].map(neededBy('App'));
    const [build, empty] = await refused(root, { needed });
    assert.is(
      build!.help,
      'remove or narrow the pattern `build/` of `.planccignore`, or name `build` in `Package.Include`',
    );
    assert.equal(build!.related, [
      { place: { file: '.planccignore' }, message: 'line 3: `build/` leaves it out' },
    ]);
    assert.is(empty!.help, 'put the files into `empty` that the state needs: there are none');
  },
);

ignoring(
  'may leave out no folder that a state needs; a file that one needs is packed all the same',
  async () => {
    const problems = await refused(newFolder(tree), {
      needed: ['build', 'app'].map(neededBy('App')),
      exclude: ['build/', 'app/*.ts'],
    });
    assert.equal(told({ problems }), [
      'PLAN6014 nothing of `build` is packed, but `App` needs it',
      'PLAN6014 nothing of `app` is packed, but `App` needs it',
    ]);
    assert.equal(problems[0]!.place, neededBy('App')('build').place);
    assert.equal(
      problems.map(({ help }) => help),
      [
        'remove or narrow the pattern `build/` of `Package.Exclude`, or name `build` in `Package.Include`',
        'remove or narrow the pattern `app/*.ts` of `Package.Exclude`, or name `app` in `Package.Include`',
      ],
    );
    assert.equal(problems[1]!.related, [
      {
        place: { file: 'plan.yaml', path: ['Package', 'Exclude', 1] },
        message: '`app/*.ts` leaves it out',
      },
    ]);
    const needed = await packed(newFolder(tree), {
      needed: [neededBy('App')('build/out.js')],
      exclude: ['*', '!a.txt'],
    });
    const read = await readDistribution(needed.file);
    assert.ok('manifest' in read);
    assert.equal(pathsIn(read.manifest), ['a.txt', 'build/out.js']);
  },
);

ignoring('that cannot be read are a problem', async () => {
  const problems = await refused(newFolder({ '.planccignore/x': '' }));
  assert.equal(told({ problems }), ['PLAN6008 `.planccignore` cannot be read: it is a folder']);
});

ignoring('that are no text in UTF-8 are a problem, not silence', async () => {
  for (const [text, encoding, reason] of [
    ['\ufeff.env\n', 'utf16le', /UTF-16/],
    ['.env\n', 'utf16le', /not text.*offset 1$/],
    ['# Geheimes für uns\n.env\n', 'latin1', /not UTF-8.*offset 12$/],
  ] as const) {
    const [found] = await refused(newFolder({ '.planccignore': Buffer.from(text, encoding), '.env': 'A=1' }));
    assert.is(found!.code, 'PLAN0011');
    assert.is(found!.place.file, '.planccignore');
    assert.match(found!.message, reason);
  }
});

ignoring('behind a link that leads nowhere or away are a problem that the file cannot mend', async () => {
  const elsewhere = join(newFolder({ patterns: '.env\n' }), 'patterns');
  for (const [target, code] of [
    [elsewhere, 'PLAN6001'],
    ['nowhere', 'PLAN6002'],
  ] as const) {
    const root = newFolder({ 'a.txt': '' });
    symlinkSync(target, join(root, '.planccignore'));
    const [found] = await refused(root);
    assert.is(found!.code, code);
    assert.is(found!.help, 'replace the link by a file with the patterns');
  }
});

ignoring(
  'what tools keep and what is secret is left out with and without patterns, unless it is named',
  async () => {
    for (const patterns of [{}, { exclude: ['x'] }, { ignoreText: 'y' }]) {
      const { packs } = await packageRules(patterns);
      const below = [...usual.filter((name) => !isAtRoot(name)), '.env/', 'id_rsa/'];
      for (const path of [...usual.map(nameOf), ...below, ...below.map((name) => `app/${name}`)])
        assert.not(packs(path), path);
      const others = [
        '.env.example',
        'my.env',
        'venv/',
        'id_rsa.pub',
        'node_modules',
        'credentials',
        'a.pem',
      ];
      for (const path of others) assert.ok(packs(path), path);
    }
    assert.ok((await packageRules({ include: ['.env'] })).packs('.env'));
    const language = readFileSync(join(import.meta.dirname, '../../docs/language.md'), 'utf8');
    for (const name of usual.map(nameOf))
      assert.match(language, `\`${name}\``, `docs/language.md names ${name}`);
  },
);

/** A pattern that begins with a slash is of the root alone. */
const isAtRoot = (pattern: string): boolean => pattern.startsWith('/');
const nameOf = (pattern: string): string => pattern.replace(/^\//, '');

ignoring.run();

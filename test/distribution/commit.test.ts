import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { sourceCommit } from '../../src/distribution/commit.js';
import { newFolder } from '../folder.js';
import { oracle } from './project.js';

const commits = suite('the commit of the source');

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
const git = (folder: string, ...options: string[]) =>
  oracle('git', '-C', folder, ...identity, ...options)
    ?.toString()
    .trim();

/** A repository with one commit. */
function repository(): string {
  const root = newFolder();
  git(root, 'init', '-q');
  git(root, 'commit', '-q', '--allow-empty', '-m', 'first');
  return root;
}

const head = (folder: string) => git(folder, 'rev-parse', 'HEAD');

commits('is what git says, in the root and below it', () => {
  const root = repository();
  mkdirSync(join(root, 'projects/shop'), { recursive: true });
  const expected = head(root);
  assert.is(sourceCommit(root), expected);
  assert.is(sourceCommit(join(root, 'projects/shop')), expected);
});

commits('is found in packed references, on a detached HEAD and in a worktree', () => {
  const root = repository();
  git(root, 'checkout', '-q', '-b', 'feature/x');
  git(root, 'pack-refs', '--all');
  assert.is(sourceCommit(root), head(root));
  const tree = join(newFolder(), 'tree');
  git(root, 'worktree', 'add', '-q', '-b', 'other', tree);
  git(tree, 'commit', '-q', '--allow-empty', '-m', 'second');
  assert.is(sourceCommit(tree), head(tree));
  git(root, 'checkout', '-q', '--detach');
  assert.is(sourceCommit(root), head(root));
});

commits('is unknown without a repository, before the first commit and in a broken one', () => {
  const root = newFolder();
  assert.is(sourceCommit(join(root, 'nowhere')), undefined);
  git(root, 'init', '-q');
  assert.is(sourceCommit(root), undefined);
  const broken = newFolder();
  writeFileSync(join(broken, '.git'), 'gitdir: /nowhere\n');
  assert.is(sourceCommit(broken), undefined);
});

commits.run();

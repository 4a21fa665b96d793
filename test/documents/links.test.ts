import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../src/cli/commands/index.js';

const links = suite('documents lead to what is there');

const root = join(import.meta.dirname, '../..');
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && !file.startsWith('fixtures/') && existsSync(join(root, file)));

/** As GitHub makes them of headings. */
const anchors = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

const withoutCode = (markdown: string): string => markdown.replace(/^```[\s\S]*?^```$/gm, '');

links('there are documents', () => assert.ok(documents.length > 20));

for (const file of documents) {
  const markdown = readFileSync(join(root, file), 'utf8');

  links(`links of ${file}`, () => {
    const targets = [...withoutCode(markdown).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(
      ([, target]) => target!,
    );
    for (const target of targets) {
      const [path, anchor] = target.split('#');
      const to = path === '' ? join(root, file) : join(root, dirname(file), path!);
      assert.ok(existsSync(to), `${target} is not there`);
      if (anchor !== undefined)
        assert.ok(anchors(readFileSync(to, 'utf8')).includes(anchor), `${target} has no such heading`);
    }
  });

  links(`files of tests that ${file} names`, () => {
    const named = [...markdown.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path!);
    assert.equal(
      named.filter((path) => !existsSync(join(root, path)) && !existsSync(join(root, `${path}.test.ts`))),
      [],
    );
  });

  links(`commands that ${file} names`, () => {
    const names = [...commands.map(({ name }) => name), 'help'];
    const named = [...markdown.matchAll(/(?:`|\$ |^ {4})plancc ([a-z]+)/gm)].map(([, name]) => name!);
    assert.equal(
      named.filter((name) => !names.includes(name)),
      [],
    );
  });
}

links.run();

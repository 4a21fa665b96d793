import * as fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { collisions } from '../../src/distribution/collisions.js';

const colliding = suite('names that are one name elsewhere');

const pairs = (...paths: string[]) => collisions(paths).map(({ first, second }) => [first, second]);

colliding('are told of files, of folders, and of a file and a folder', () => {
  assert.equal(pairs('README', 'a/readme', 'readme'), [['README', 'readme']]);
  assert.equal(pairs('X/a', 'x'), [['X', 'x']]);
  assert.equal(pairs('x', 'X/a'), [['x', 'X']]);
  assert.equal(pairs('a/x/B', 'a/X/b/c'), [['a/x', 'a/X']]);
  assert.equal(pairs('e\u0301/a', '\u00e9'), [['e\u0301', '\u00e9']]);
});

colliding('are told once of folders that hold many', () => {
  const names = Array.from({ length: 50 }, (_, index) => `deep/${index}`);
  const both = [...names.map((name) => `Dir/${name}`), ...names.map((name) => `dir/${name}`)];
  assert.equal(pairs(...both), [['Dir', 'dir']]);
});

colliding('are not folders whose files can be together', () => {
  assert.equal(pairs('Dir/a', 'dir/b', 'dir/c/d', 'DIR/C/e'), []);
});

colliding('may be a path that is there twice, or within itself', () => {
  assert.equal(pairs('a/b', 'a/b'), [['a/b', 'a/b']]);
  assert.equal(pairs('a', 'a/b', 'a/c'), [['a', 'a']]);
});

const path = fc
  .array(fc.constantFrom('a', 'A', 'b', '\u00e9', 'e\u0301', 'E\u0301'), { minLength: 1, maxLength: 3 })
  .map((names) => names.join('/'));

colliding('are found in every list that has any', () => {
  const folded = (name: string) => name.normalize('NFC').toLowerCase();
  const collide = (one: string, other: string) =>
    one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);
  fc.assert(
    fc.property(fc.array(path, { maxLength: 8 }), (paths) => {
      const any = paths.some((one, index) =>
        paths.slice(index + 1).some((other) => collide(folded(one), folded(other))),
      );
      assert.is(collisions(paths).length > 0, any);
    }),
    { numRuns: 2000 },
  );
});

colliding.run();

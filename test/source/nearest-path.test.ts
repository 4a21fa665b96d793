import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { helpForAbsent } from '../../src/source/absent.js';
import { nearestPath } from '../../src/source/nearest-path.js';
import { relativeTo, resolvePath } from '../../src/source/relative-path.js';
import { virtualProject } from '../../src/source/virtual.js';

const near = suite('the path that was meant');

const project = virtualProject({
  'plan.yaml': '',
  'templates/database.yaml': '',
  'templates/network.yml': '',
  'services/orders/template.yaml': '',
  'services/orders/src/index.js': '',
  'node_modules/cdk/app.yaml': '',
});

for (const [written, kind, meant] of [
  ['templates/databse.yaml', 'file', 'templates/database.yaml'],
  ['template/database.yaml', 'file', 'templates/database.yaml'],
  ['Template/Database.yml', 'file', 'templates/database.yaml'],
  ['templates/database', 'file', 'templates/database.yaml'],
  ['templates/network.json', 'file', 'templates/network.yml'],
  ['templates\\database.yaml', 'file', 'templates/database.yaml'],
  ['database.yaml', 'file', 'templates/database.yaml'],
  ['cloud/database.yaml', 'file', 'templates/database.yaml'],
  ['servces/order', 'folder', 'services/orders'],
  ['orders', 'folder', 'services/orders'],
  ['orders', 'file', undefined],
  ['app.yaml', 'file', undefined],
  ['queue.yaml', 'file', undefined],
] as const) {
  near(`${written} (${kind})`, () => assert.is(nearestPath(project, written, kind), meant));
}

near('gives up in a project of very many files', () => {
  const many = Array.from({ length: 3000 }, (_, index) => [`a/${index}.txt`, '']);
  const large = virtualProject(Object.fromEntries([...many, ['z/database.yaml', '']]));
  assert.is(nearestPath(large, 'database.yaml', 'file'), undefined);
});

near('is written relative to the folder that the wrong one is relative to', () => {
  for (const [base, path, written] of [
    ['', 'a/b', 'a/b'],
    ['a', 'a/b', 'b'],
    ['./a/', 'a/b', 'b'],
    ['a/c', 'a/b', '../b'],
    ['c', 'a/b', '../a/b'],
    ['a/b', 'a/b', '.'],
  ] as const) {
    assert.is(relativeTo(base, path), written);
    assert.is(resolvePath(base, written), path);
  }
});

near('without one, says what there is', () => {
  assert.is(
    helpForAbsent(project, '', 'templates/queue.yaml'),
    'in `templates` there are: database.yaml, network.yml',
  );
  assert.is(
    helpForAbsent(project, '', 'cloud/queue.yaml'),
    'there is no folder `cloud` either; at the root of the project there are: plan.yaml, services, templates',
  );
  assert.is(helpForAbsent(project, '', 'services/pay', 'folder'), 'in `services` there is: orders');
});

near.run();

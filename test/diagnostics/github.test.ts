import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { github } from '../../src/diagnostics/formats/github.js';
import { locate } from '../../src/diagnostics/locate.js';
import { problem } from '../../src/diagnostics/problem.js';
import { readDocument } from '../../src/source/read.js';

const annotations = suite('annotations of GitHub');

const text = 'Name: a\nStates:\n  A: x\n  B:\n    - y\n    - 𝄞z\n';
const documents = new Map([['plan.yaml', readDocument('plan.yaml', text)]]);
const same = (file: string) => file;

const shown = (...path: readonly (string | number)[]) =>
  github(locate([problem('PLAN0001', { file: 'plan.yaml', path }, { reason: 'no' })], documents), same);

annotations('a place on one line has columns, one of several lines has not', () => {
  assert.is(
    shown('States', 'A'),
    '::error file=plan.yaml,line=3,endLine=3,col=6,endColumn=7,title=PLAN0001%3A not valid YAML::no\n',
  );
  assert.is(
    shown('States', 'B'),
    '::error file=plan.yaml,line=5,endLine=6,title=PLAN0001%3A not valid YAML::no\n',
  );
});

annotations('a file as a whole has no line; notes and help follow the message', () => {
  const place = { file: 'plan.yaml' };
  const extra = {
    help: 'do it',
    related: [{ place: { ...place, path: ['States'], on: 'key' as const }, message: 'here' }],
  };
  const [found] = locate([problem('PLAN0001', place, { reason: '100 %' }, extra)], documents);
  assert.is(
    github([found!], (file) => `shop/${file}`),
    '::error file=shop/plan.yaml,title=PLAN0001%3A not valid YAML::100 %25%0Anote: plan.yaml:2: here%0Ahelp: do it\n',
  );
});

annotations('errors come first: GitHub shows ten of each severity', () => {
  const warning: Diagnostic = { code: 'PLAN4040', severity: 'warning', message: 'w', file: 'a', related: [] };
  const error: Diagnostic = { code: 'PLAN0001', severity: 'error', message: 'e', file: 'b', related: [] };
  const kinds = github([warning, error, warning, error], same).match(/^::\w+/gm);
  assert.equal(kinds, ['::error', '::error', '::warning', '::warning']);
});

/** As the runner reads a line: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
function read(line: string) {
  const [, command, properties, data] = /^::(\S+) (.*?)::(.*)$/s.exec(line)!;
  const plain = (value: string) =>
    value
      .replace(/%0D/g, '\r')
      .replace(/%0A/g, '\n')
      .replace(/%3A/g, ':')
      .replace(/%2C/g, ',')
      .replace(/%25/g, '%');
  const listed = properties!.split(',').map((property): [string, string] => {
    const [name, ...value] = property.split('=');
    return [name!, plain(value.join('='))];
  });
  return { command, properties: Object.fromEntries(listed), data: plain(data!) };
}

annotations('whatever a message and a file are called, the runner reads them as they are', () => {
  const odd = fc.string({
    unit: fc.constantFrom('a', ' ', '%', ':', ',', '=', '0D', '%0A', '::', '\r', '\n', 'ä'),
  });
  fc.assert(
    fc.property(odd, odd, (message, file) => {
      const written = github([{ code: 'PLAN0001', severity: 'error', message, file, related: [] }], same);
      assert.is(written.split('\n').length, 2, 'it is one line');
      const { command, properties, data } = read(written.slice(0, -1));
      assert.is(command, 'error');
      assert.is(properties.file, file);
      assert.is(data, message.replaceAll('\r', '␍').replaceAll('\n', '␊'));
    }),
  );
});

annotations.run();

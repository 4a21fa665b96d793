import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { sarif } from '../../src/diagnostics/formats/sarif.js';
import { locateAll } from '../../src/diagnostics/locate.js';
import { problem } from '../../src/diagnostics/problem.js';
import { readDocument } from '../../src/source/read.js';
import { cases, compileFolder, fixtures } from '../golden.js';

const format = suite('SARIF');

// The schema of the standard: see fixtures/sarif/README.md.
const schema = JSON.parse(readFileSync(join(fixtures, 'sarif/sarif-2.1.0.json'), 'utf8'));
const isLog = new Ajv2020({
  strict: false,
  formats: {
    uri: URL.canParse,
    'uri-reference': (text: string) => URL.canParse(text, 'https://a/'),
    'date-time': true,
  },
}).compile(schema);
const mistakes = (log: object) => (isLog(log) ? [] : isLog.errors!.map(({ message }) => message));

const logOf = (diagnostics: readonly Diagnostic[]) =>
  sarif({
    diagnostics,
    version: '0.1.0',
    path: (file) => file,
    page: (code) => ({
      markdown: `# ${code}\n\nWhat it\nsays.\n\n## Why\n`,
      address: `https://example.com/${code}`,
    }),
  });
const resultsOf = (diagnostics: readonly Diagnostic[]) => logOf(diagnostics).runs[0]!.results;

const areas = ['errors', 'warnings', 'schema'];
const found = areas.flatMap((area) =>
  cases(area).map((name) => {
    const { problems, documents } = compileFolder(join(fixtures, area, name));
    return { name: `${area}/${name}`, documents, diagnostics: locateAll(problems, documents) };
  }),
);

format('every message of the fixtures gives what the schema of the standard takes', () => {
  assert.ok(found.length > 100);
  for (const { name, diagnostics } of found) assert.equal(mistakes(logOf(diagnostics)), [], name);
  assert.equal(mistakes(logOf([])), []);
});

format('that schema refuses what is no log', () => {
  const { diagnostics } = found.find((one) => one.diagnostics.length > 0)!;
  const log = logOf(diagnostics);
  const [run] = log.runs;
  const [result] = run!.results;
  const withResult = (changed: object) => ({
    ...log,
    runs: [{ ...run, results: [{ ...result, ...changed }] }],
  });
  for (const wrong of [
    { ...log, version: '2.0.0' },
    { ...log, runs: [{ results: [] }] },
    withResult({ level: 'fatal' }),
    withResult({ message: {} }),
    withResult({ extra: 1 }),
    withResult({ locations: [{ physicalLocation: { region: { startLine: 0 } } }] }),
  ])
    assert.not.equal(mistakes(wrong), [], JSON.stringify(wrong));
});

format('a rule begins with what its page begins with', () => {
  const [rule] = logOf(found[0]!.diagnostics).runs[0]!.tool.driver.rules;
  assert.is(rule!.fullDescription.text, 'What it says.');
});

format('regions hold the characters of the place', () => {
  for (const { name, documents, diagnostics } of found)
    for (const [index, { locations }] of resultsOf(diagnostics).entries()) {
      const { file, start, end } = diagnostics[index]!;
      const { region } = locations[0]!.physicalLocation;
      assert.is(region === undefined, start === undefined || end === undefined, name);
      if (!region || !start || !end) continue;
      const lines = documents.get(file)!.text.split('\n');
      const at = (line: number, column: number) =>
        lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
      assert.is(at(region.startLine, region.startColumn), start.offset, name);
      assert.is(at(region.endLine, region.endColumn), end.offset, name);
    }
});

const text = '# 𝄞\nA: "𝄞𝄞"\nB: "𝄞x"\n';
const documents = new Map([['plan.yaml', readDocument('plan.yaml', text)]]);
const at = (...path: readonly string[]) => ({ file: 'plan.yaml', path });

format('columns are counted in UTF-16 code units', () => {
  const place = { ...at('B'), span: [2, 3] as const };
  const [result] = resultsOf(locateAll([problem('PLAN0001', place, { reason: 'no' })], documents));
  assert.equal(result!.locations[0]!.physicalLocation.region, {
    startLine: 3,
    startColumn: 7,
    endLine: 3,
    endColumn: 8,
  });
});

format('a silenced warning is suppressed, with the reason', () => {
  const numbers = 'A: 010 # plancc-ignore PLAN0019: ten it is\nB: 010\n';
  const document = readDocument('plan.yaml', numbers);
  const diagnostics = locateAll(document.problems, new Map([['plan.yaml', document]]));
  const [silenced, other] = resultsOf(diagnostics);
  assert.equal(silenced!.suppressions, [{ kind: 'inSource', justification: 'ten it is' }]);
  assert.is(other!.suppressions, undefined);
  assert.equal(mistakes(logOf(diagnostics)), []);
});

const fingerprintsOf = (source: string) => {
  const read = new Map([['plan.yaml', readDocument('plan.yaml', source)]]);
  const problems = ['B', 'C'].map((key) => problem('PLAN0001', at(key), { reason: `no ${key}` }));
  return resultsOf(locateAll(problems, read)).map(({ partialFingerprints }) => partialFingerprints);
};

format('fingerprints stay when lines are added, and tell problems apart', () => {
  const before = fingerprintsOf('B: 1\nC: 2\n');
  assert.equal(fingerprintsOf('# one more line\n\nB: 1\nA: 0\nC: 2\n'), before);
  assert.not.equal(before[0], before[1]);
  const [first, second] = resultsOf(
    [0, 1].flatMap(() => locateAll([problem('PLAN0001', at('B'), { reason: 'no' })], documents)),
  );
  assert.not.equal(first!.partialFingerprints, second!.partialFingerprints);
});

format('paths are addresses', () => {
  const problems = [problem('PLAN0001', { file: 'my shop/a:b#1.yaml' }, { reason: 'no' })];
  const [result] = resultsOf(locateAll(problems, new Map()));
  assert.is(result!.locations[0]!.physicalLocation.artifactLocation.uri, 'my%20shop/a%3Ab%231.yaml');
});

format.run();

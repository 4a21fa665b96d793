import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { nativeStates } from '../../src/asl/states/index.js';
import { mermaid } from '../../src/compiler/emit/graph/mermaid.js';
import type { Graph } from '../../src/compiler/emit/graph/model.js';
import { dot } from '../../src/graph/dot.js';
import { looks } from '../../src/graph/look.js';
import { svg } from '../../src/graph/svg/index.js';
import { stateTypes } from '../../src/states/index.js';
import { fixtures, matches } from '../golden.js';
import { isThere } from '../tools.js';
import { drawn, graphOfFolder, graphOfText, large, pageOf } from './graphs.js';

const formats = suite('formats of pictures');

for (const name of ['types', 'hostile'])
  formats(`${name} is drawn as expected`, () => {
    const graph = graphOfFolder(`graph/${name}`);
    const expected = (file: string) => join(fixtures, 'graph/expected', name, file);
    matches(expected('graph.mmd'), mermaid(graph));
    matches(expected('graph.dot'), dot(graph));
    matches(expected('graph.svg'), svg(graph));
  });

formats('the fixture has a state of every type, and every type has a look of its own', () => {
  const types = [...stateTypes.map(({ type }) => type), ...Object.keys(nativeStates)].sort();
  assert.equal(Object.keys(looks).sort(), types);
  const { machine } = graphOfFolder('graph/types');
  const all = (scope: typeof machine): readonly string[] =>
    scope.nodes.flatMap(({ type, inner }) => [type, ...inner.flatMap(all)]);
  assert.equal([...new Set(all(machine))].sort(), types);
  const icons = Object.values(looks).map(({ icon }) => icon);
  const signs = Object.values(looks).map(({ shape, tone }) => `${shape} ${tone}`);
  assert.is(new Set(icons).size, types.length);
  assert.ok(new Set(signs).size >= types.length - 4, 'few share outline and colour');
});

formats('the same plan gives the same bytes', () => {
  for (const folder of drawn) {
    const [first, second] = [graphOfFolder(folder), graphOfFolder(folder)];
    assert.is(svg(first), svg(second));
    assert.is(pageOf(first), pageOf(second));
  }
});

const texts = (graph: Graph): { readonly [format: string]: string } => ({
  svg: svg(graph),
  html: pageOf(graph),
});

formats('nothing of a plan becomes markup', () => {
  for (const [format, text] of Object.entries(texts(graphOfFolder('graph/hostile')))) {
    assert.is(text.match(/<script/g)?.length ?? 0, format === 'html' ? 1 : 0, format);
    assert.not.match(text, /<img|<b>\W*j|<[^>]*\son\w+=/);
    assert.not.match(text, /href="(?!#s\d+"|#"|data:,")/);
    // Neither XML nor HTML has these: https://www.w3.org/TR/xml/#charsets
    assert.not.match(text, /[^\P{Cc}\n]|[\ufffe\u202e]/u);
  }
});

formats('a picture has nothing that GitHub takes out, and loads nothing', () => {
  for (const folder of drawn) {
    const text = svg(graphOfFolder(folder));
    assert.not.match(text, /<(script|foreignObject|image|use|a|iframe|animate)\b|url\(|@import|href=/);
    assert.match(text, /role="img">\n<title>.+<\/title>\n<desc>.+<\/desc>/);
  }
});

formats('a page says what it may do, which is to run its own script', () => {
  const page = pageOf(graphOfFolder('landscape/webshop'));
  assert.match(
    page,
    /http-equiv="Content-Security-Policy" content="default-src 'none';[^"]*script-src 'sha256-[\w+/]{43}='/,
  );
});

const oracle = isThere('dot') ? formats : formats.skip;

oracle('Graphviz draws every plan without a warning', () => {
  for (const graph of [...drawn.map(graphOfFolder), large()]) {
    const { status, stderr, stdout } = spawnSync('dot', ['-Tplain'], { input: dot(graph), encoding: 'utf8' });
    assert.is(status, 0, stderr);
    assert.is(stderr, '');
    assert.ok(stdout.endsWith('stop\n'));
  }
});

oracle('Graphviz draws branches from left to right', () => {
  const branch = (name: string) => `{ States: { ${name}: { Type: Pass }, "${name} more": { Type: Pass } } }`;
  const branches = ['A', 'B', 'C'].map(branch).join(', ');
  const graph = graphOfText(
    `States:\n  First: { Type: Pass }\n  All: { Type: Parallel, Branches: [${branches}] }\n  Last: { Type: Pass }\n`,
  );
  const { stdout } = spawnSync('dot', ['-Tplain'], { input: dot(graph), encoding: 'utf8' });
  const found = [...stdout.matchAll(/^node \S+ (\S+) .*"([ABC])\\n/gm)];
  const sorted = found.sort(([, a], [, b]) => Number(a) - Number(b)).map(([, , name]) => name);
  assert.equal(sorted, ['A', 'B', 'C']);
});

formats.run();

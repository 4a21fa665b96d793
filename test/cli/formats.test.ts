import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder } from '../folder.js';
import { bad, good, plancc } from './plancc.js';

const formats = suite('--format');

const warned =
  'Name: small\nVersion: 1.0.0\nParameters:\n  A: { Default: x } # plancc-ignore PLAN4040: used by and by\n' +
  'States:\n  Wait: { Type: Wait, Seconds: 1 }\n';

formats(
  'json is --json, and pretty is what there is without either',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    assert.equal(plancc(['validate', '--format', 'json'], { cwd }), plancc(['validate', '--json'], { cwd }));
    assert.equal(plancc(['validate', '--format', 'pretty'], { cwd }), plancc(['validate'], { cwd }));
  }),
);

formats(
  'sarif stands on standard output alone, by the paths of the repository',
  inFolder({ '.git/HEAD': '', 'shop/plan.yaml': bad, 'plan.yaml': good }, (cwd) => {
    const { status, stdout, stderr } = plancc(['validate', '--format', 'sarif'], { cwd: join(cwd, 'shop') });
    assert.equal([status, stderr], [1, '']);
    const [{ tool, results }] = JSON.parse(stdout).runs;
    const [{ ruleId, locations }] = results;
    assert.is(ruleId, 'PLAN2001');
    assert.is(locations[0].physicalLocation.artifactLocation.uri, 'shop/plan.yaml');
    assert.match(tool.driver.rules[0].help.markdown, '# PLAN2001: unknown target');
    assert.match(tool.driver.rules[0].helpUri, /^https:.*docs\/codes\/PLAN2001\.md$/);
    const none = plancc(['validate', '--format', 'sarif'], { cwd });
    assert.equal([none.status, none.stderr, JSON.parse(none.stdout).runs[0].results], [0, '', []]);
  }),
);

formats(
  'what a comment silences is a suppressed result of sarif, and nothing anywhere else',
  inFolder({ 'plan.yaml': warned }, (cwd) => {
    const { stdout } = plancc(['validate', '--format', 'sarif'], { cwd });
    const [result] = JSON.parse(stdout).runs[0].results;
    assert.equal(result.suppressions, [{ kind: 'inSource', justification: 'used by and by' }]);
    assert.equal(JSON.parse(plancc(['validate', '--json'], { cwd }).stdout), { problems: [] });
    assert.is(plancc(['validate'], { cwd }).stderr, 'no problems in 1 plan\n');
  }),
);

formats(
  'sarif of a build names no file on standard output',
  inFolder({ 'plan.yaml': good, 'bad.yaml': bad }, (cwd) => {
    const { status, stdout, stderr } = plancc(['build', '--format', 'sarif'], { cwd });
    assert.equal([status, stderr, JSON.parse(stdout).version], [0, '', '2.1.0']);
    const failed = plancc(['build', 'bad.yaml', '--format', 'sarif'], { cwd });
    assert.equal([failed.status, JSON.parse(failed.stdout).runs[0].results.length], [1, 1]);
  }),
);

const onGitHub = (cwd: string) => {
  const summary = join(cwd, 'summary.md');
  writeFileSync(summary, '');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary };
  return { env, summary: () => readFileSync(summary, 'utf8') };
};

formats(
  'in GitHub Actions problems are readable, annotated and summarised, with the graph',
  inFolder({ '.git/HEAD': '', 'shop/plan.yaml': bad }, (cwd) => {
    const { env, summary } = onGitHub(cwd);
    const { status, stdout, stderr } = plancc(['validate'], { cwd: join(cwd, 'shop'), env });
    assert.equal([status, stdout], [1, '']);
    assert.match(stderr, /^plan\.yaml:4:41: error\[PLAN2001\]: /);
    assert.match(stderr, '\n::group::annotations\n::error file=shop/plan.yaml,line=4,endLine=4,col=41,');
    assert.match(stderr, '\n::endgroup::\n1 error in 1 plan\n');
    assert.match(summary(), /^### plancc: 1 error\n/);
    assert.match(summary(), '| plan.yaml:4 | <code>Next</code> leads to <code>Wiat</code>');
    assert.match(summary(), '```mermaid\nflowchart TD\n');
  }),
);

formats(
  'in GitHub Actions standard output stays the path of what was built',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const { env, summary } = onGitHub(cwd);
    const { status, stdout, stderr } = plancc(['build'], { cwd, env });
    assert.equal([status, stdout], [0, 'dist/small-1.0.0.zip\n']);
    assert.not.match(stderr, '::group');
    assert.match(summary(), /^### plancc: no problems\n\n<details><summary>small<\/summary>\n\n```mermaid/);
  }),
);

formats(
  'in GitHub Actions what is asked for is given',
  inFolder({ 'plan.yaml': bad }, (cwd) => {
    const { env, summary } = onGitHub(cwd);
    for (const format of ['json', 'sarif'])
      JSON.parse(plancc(['validate', '--format', format], { cwd, env }).stdout);
    assert.is(plancc(['validate', '--json'], { cwd, env }).stderr, '');
    assert.not.match(plancc(['validate', '--format', 'pretty'], { cwd, env }).stderr, '::');
    assert.is(summary(), '');
  }),
);

formats(
  'names cannot break the table of the summary',
  inFolder({ 'plan.yaml': bad.replace('Wiat', '"a|b<img>_*[x](y)"') }, (cwd) => {
    const { env, summary } = onGitHub(cwd);
    plancc(['validate'], { cwd, env });
    const row = summary()
      .split('\n')
      .find((line) => line.startsWith('| error'))!;
    assert.is(row.split('|').length, 6, row);
    assert.match(row, '<code>a&#124;b&#60;img&#62;&#95;&#42;&#91;x&#93;&#40;y&#41;</code>');
  }),
);

formats(
  'a summary that cannot be written is no fault of the plan',
  inFolder({ 'plan.yaml': good }, (cwd) => {
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(cwd, 'nowhere/summary.md') };
    const { status, stderr } = plancc(['validate'], { cwd, env });
    assert.is(status, 0);
    assert.match(stderr, 'plancc: the summary of the step cannot be written: no such file or folder\n');
  }),
);

formats.run();

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const landscape = fileURLToPath(new URL('../../fixtures/landscape/', import.meta.url));

// What a developer's `npm ci` and `cdk synth` leave behind, and the compiled results, are not the projects' own.
const foreign = /(^|[\\/])(node_modules|cdk\.out|build|expected)([\\/]|$)/;

const templates = readdirSync(landscape, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.ya?ml$/.test(file) && !foreign.test(file))
  .map((file) => join(landscape, file))
  .filter((file) => readFileSync(file, 'utf8').includes('AWSTemplateFormatVersion'))
  .sort();

const nameOf = (file: string): string => relative(landscape, file).replaceAll('\\', '/');

const templatesOf = suite('templates of the landscape');

templatesOf('are all found', () => {
  assert.equal(templates.map(nameOf), [
    'database/templates/database.yaml',
    'network/templates/endpoints.yaml',
    'network/templates/vpc.yaml',
    'webshop/api/template.yaml',
    'webshop/templates/probe.yaml',
  ]);
});

templatesOf('have no error for @aws/cloudformation-validate', () => {
  const engine = new CelEngine();
  const reports = templates.map((file) => ({
    file,
    report: engine.validateStandard(new TemplateFile(file), { severityLevel: 'ERROR' }),
  }));
  engine.free();
  for (const { file, report } of reports) {
    assert.is(report.status, 'OK', nameOf(file));
    const errors = report.diagnostics.map(
      ({ ruleId, startLine, message }) => `${nameOf(file)}:${startLine}: ${ruleId} ${message}`,
    );
    assert.equal(errors, []);
  }
});

const lint = spawnSync('cfn-lint', ['--non-zero-exit-code', 'error', '--format', 'parseable', ...templates], {
  encoding: 'utf8',
});
const absent = lint.error !== undefined && !process.env.CI;
if (absent) console.log('skipped: cfn-lint is not installed');

(absent ? templatesOf.skip : templatesOf)('have no error for cfn-lint', () => {
  assert.is(lint.error?.message, undefined);
  assert.is(lint.status, 0, lint.stdout + lint.stderr);
});

templatesOf.run();

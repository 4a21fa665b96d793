import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';

/** Templates by name. */
type Templates = readonly (readonly [name: string, template: object])[];

/** What `@aws/cloudformation-validate` warns of in templates, one line each. Loading its rules takes seconds: call it once. */
export const cloudFormationValidate = (templates: Templates): readonly string[] =>
  inFiles(templates, (files) => {
    const engine = new CelEngine();
    const lines = files.flatMap((file, index) =>
      engine
        .validateStandard(new TemplateFile(file), { severityLevel: 'WARN' })
        .diagnostics.map(({ ruleId, entity, message }) =>
          [templates[index]![0], ruleId, entity?.logicalId, message].join(' '),
        ),
    );
    engine.free();
    return lines;
  });

export const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

/** What `cfn-lint` says of templates, errors and warnings. */
export const cfnLint = (templates: Templates): string =>
  inFiles(templates, (files) => spawnSync('cfn-lint', ['--', ...files], { encoding: 'utf8' }).stdout);

function inFiles<T>(templates: Templates, use: (files: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plancc-templates-'));
  try {
    return use(
      templates.map(([name, template]) => {
        const file = join(folder, `${name.replaceAll('/', '-')}.json`);
        writeFileSync(file, JSON.stringify(template));
        return file;
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

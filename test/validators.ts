import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { newFolder } from './folder.js';

/** Templates by name. */
type Templates = readonly (readonly [name: string, template: object])[];

/** What `@aws/cloudformation-validate` warns of in templates, one line each. Loading its rules takes seconds: call it once. */
export function cloudFormationValidate(templates: Templates): readonly string[] {
  const engine = new CelEngine();
  const lines = filesOf(templates).flatMap((file, index) =>
    engine
      .validateStandard(new TemplateFile(file), { severityLevel: 'WARN' })
      .diagnostics.map(({ ruleId, entity, message }) =>
        [templates[index]![0], ruleId, entity?.logicalId, message].join(' '),
      ),
  );
  engine.free();
  return lines;
}

export const hasCfnLint = spawnSync('cfn-lint', ['--version']).status === 0;

/** What `cfn-lint` says of templates, errors and warnings. */
export const cfnLint = (templates: Templates): string =>
  spawnSync('cfn-lint', ['--', ...filesOf(templates)], { encoding: 'utf8' }).stdout;

/** Files with the templates. */
function filesOf(templates: Templates): readonly string[] {
  const folder = newFolder();
  return templates.map(([name, template]) => {
    const file = join(folder, `${name.replaceAll('/', '-')}.json`);
    writeFileSync(file, JSON.stringify(template));
    return file;
  });
}

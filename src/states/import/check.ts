import { pathKeys } from '../../asl/path/keys.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { dependencyHelp } from '../../language/dependency-help.js';
import type { StateContext } from '../define.js';
import type { ImportProperties } from './schema.js';

export function checkImport({ plan, properties, at }: StateContext<ImportProperties>): readonly Problem[] {
  const found: Problem[] = [];
  const { Distribution } = properties.From;
  if (Distribution !== undefined && !plan.dependencies.has(Distribution)) {
    const help = dependencyHelp(plan, Distribution);
    found.push(problem('PLAN4005', at(['From', 'Distribution']), { name: Distribution }, { help }));
  }
  for (const [name, path] of Object.entries(properties.Outputs)) {
    if (pathKeys(path) !== undefined) continue;
    const better = repaired(path);
    const help =
      better === undefined
        ? 'write a path such as `$.outputs.VpcId` or `$.zones[0]["id"]`'
        : `did you mean \`${better}\`?`;
    found.push(problem('PLAN3030', at(['Outputs', name]), { path }, { help }));
  }
  return found;
}

/** The path with `$` at its start, one item in the place of all, and one key after another. */
function repaired(path: string): string | undefined {
  const better = path
    .replace(/^(?![$[])/, '$.')
    .replace(/^(?=\[)/, '$')
    .replace(/\[(\*|:)\]/g, '[0]')
    .replace(/\.{2,}/g, '.');
  return pathKeys(better) === undefined ? undefined : better;
}

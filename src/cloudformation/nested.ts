import { type Problem, problem } from '../diagnostics/problem.js';
import type { Template } from './template.js';

/** A template and those nested in it, by path, outer before inner. `read` gives undefined where there is none. */
export function withNested(
  path: string,
  read: (path: string) => Template | undefined,
): ReadonlyMap<string, Template> {
  const found = new Map<string, Template>();
  const visit = (at: string) => {
    const template = found.has(at) ? undefined : read(at);
    if (template === undefined) return;
    found.set(at, template);
    for (const asset of template.assets) if (asset.form === 'template') visit(asset.path);
  };
  visit(path);
  return found;
}

/** A problem wherever a template, or one nested in it, is nested in itself: CloudFormation would never come to an end. */
export function checkNesting(path: string, read: (path: string) => Template | undefined): readonly Problem[] {
  const found: Problem[] = [];
  const seen = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { form, path: inner, pointer } of read(file)?.assets ?? []) {
      if (form !== 'template') continue;
      const start = way.indexOf(inner);
      if (start === -1) visit(inner, [...way, inner]);
      else {
        const circle = [...way.slice(start), inner];
        const help = 'nest another template here, or none';
        found.push(problem('PLAN3019', { file, path: pointer }, { circle }, { help }));
      }
    }
  };
  visit(path, [path]);
  return found;
}

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

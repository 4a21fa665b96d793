import { type Path, type Problem, problem } from '../diagnostics/problem.js';
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

/** One template that is nested in another. */
interface Nesting {
  readonly outer: string;
  readonly pointer: Path;
  readonly inner: string;
}

/** A problem wherever a template, or one nested in it, is nested in itself: CloudFormation would never come to an end. */
export function checkNesting(path: string, read: (path: string) => Template | undefined): readonly Problem[] {
  const found: Problem[] = [];
  const seen = new Set<string>();
  const visit = (outer: string, way: readonly Nesting[]) => {
    if (seen.has(outer)) return;
    seen.add(outer);
    for (const { form, path: inner, pointer } of read(outer)?.assets ?? []) {
      if (form !== 'template') continue;
      const here = [...way, { outer, pointer, inner }];
      const start = here.findIndex((nesting) => nesting.outer === inner);
      if (start === -1) visit(inner, here);
      else found.push(nestedInItself(here.slice(start)));
    }
  };
  visit(path, []);
  return found;
}

function nestedInItself(circle: readonly Nesting[]): Problem {
  const place = ({ outer, pointer }: Nesting) => ({ file: outer, path: pointer });
  const files = [...circle.map(({ outer }) => outer), circle[0]!.outer];
  const help = 'nest another template here, or none';
  const related = circle.slice(0, -1).map((nesting) => ({
    place: place(nesting),
    message: `\`${nesting.outer}\` nests \`${nesting.inner}\``,
  }));
  return problem('PLAN3019', place(circle.at(-1)!), { circle: files }, { help, related });
}

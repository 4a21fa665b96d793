import { hasReference } from '../../language/text.js';
import type { AssemblyStack } from './assembly.js';
import type { CdkProperties } from './schema.js';

/** Whether a pattern of `Stacks`, in which `*` stands for any part, selects a stack. */
export const selects = (pattern: string, { name }: AssemblyStack): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's').test(name);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * The stacks of an assembly that a state deploys, with those they depend on, or destroys, with those that depend on them;
 * undefined when only the running plan knows.
 */
export function selected(
  stacks: readonly AssemblyStack[],
  { Stacks, Exclusively = false, Action }: CdkProperties,
): readonly AssemblyStack[] | undefined {
  if (Stacks === undefined) return stacks;
  const patterns = Stacks.filter((pattern) => typeof pattern === 'string');
  if (patterns.length < Stacks.length || patterns.some(hasReference)) return undefined;
  const chosen = new Set(stacks.filter((stack) => patterns.some((pattern) => selects(pattern, stack))));
  if (Exclusively === true) return [...chosen];
  if (Exclusively !== false) return undefined;
  // A Set is walked to what is added on the way.
  for (const one of chosen) {
    for (const other of stacks) {
      const [first, second] = Action === 'Destroy' ? [one, other] : [other, one];
      if (second.dependencies.includes(first.id)) chosen.add(other);
    }
  }
  return stacks.filter((stack) => chosen.has(stack));
}

/** Each stack after those that it depends on, else as they stand. */
export function inOrder(stacks: readonly AssemblyStack[]): readonly AssemblyStack[] {
  const ordered = new Set<AssemblyStack>();
  const add = (stack: AssemblyStack, way: readonly AssemblyStack[]): void => {
    for (const other of stacks) {
      if (stack.dependencies.includes(other.id) && !way.includes(other)) add(other, [...way, stack]);
    }
    ordered.add(stack);
  };
  for (const stack of stacks) add(stack, []);
  return [...ordered];
}

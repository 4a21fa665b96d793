import { hasReference } from '../../language/text.js';
import type { AssemblyStack } from './assembly.js';
import type { CdkProperties } from './schema.js';

/** Whether a pattern of `Stacks`, in which `*` stands for any part, selects a stack. */
export const selects = (pattern: string, { name }: AssemblyStack): boolean =>
  new RegExp(`^${pattern.split('*').map(escaped).join('.*')}$`, 's').test(name);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The stacks of an assembly that a state deploys; undefined when only the running plan knows. */
export function selected(
  stacks: readonly AssemblyStack[],
  { Stacks, Exclusively = false }: CdkProperties,
): readonly AssemblyStack[] | undefined {
  if (Stacks === undefined) return stacks;
  const patterns = Stacks.filter((pattern) => typeof pattern === 'string');
  if (patterns.length < Stacks.length || patterns.some(hasReference)) return undefined;
  const chosen = new Set(stacks.filter((stack) => patterns.some((pattern) => selects(pattern, stack))));
  if (Exclusively === true) return [...chosen];
  if (Exclusively !== false) return undefined;
  // A Set is walked to what is added on the way.
  for (const { dependencies } of chosen) {
    for (const stack of stacks) if (dependencies.includes(stack.id)) chosen.add(stack);
  }
  return stacks.filter((stack) => chosen.has(stack));
}

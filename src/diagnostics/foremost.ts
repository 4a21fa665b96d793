import type { Diagnostic } from './diagnostic.js';

/** The first of many diagnostics in their order, no warning in the place of an error; and those that are left. */
export function foremost(diagnostics: readonly Diagnostic[], most: number) {
  if (diagnostics.length <= most) return { shown: diagnostics, left: [] };
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const first = new Set([...errors, ...warnings].slice(0, most));
  return {
    shown: diagnostics.filter((found) => first.has(found)),
    left: diagnostics.filter((found) => !first.has(found)),
  };
}

import type { StackRecord } from './record.js';
import { TemplateError } from './template-error.js';

/** Throws a `TemplateError` when there is no export of the name in the account and region. */
export function exportedBy(others: readonly StackRecord[], name: string): string {
  const value = others.find(({ exports }) => Object.hasOwn(exports, name))?.exports[name];
  if (value === undefined) throw new TemplateError(`No export named ${name} found`);
  return value;
}

/** Throws a `TemplateError` when what a stack is to export is exported by another, or used by another and to change. */
export function checkExports(
  others: readonly StackRecord[],
  before: StackRecord['exports'],
  after: StackRecord['exports'],
): void {
  for (const name of Object.keys(after)) {
    const other = others.find(({ exports }) => Object.hasOwn(exports, name));
    if (other === undefined) continue;
    throw new TemplateError(`Export with name ${name} is already exported by stack ${other.name}`);
  }
  for (const [name, value] of Object.entries(before)) {
    const users = others.filter(({ imports }) => imports.includes(name)).map((other) => other.name);
    if (users.length === 0 || after[name] === value) continue;
    const what = Object.hasOwn(after, name) ? 'updated' : 'deleted';
    throw new TemplateError(`Export ${name} cannot be ${what} as it is in use by ${users.join(', ')}`);
  }
}

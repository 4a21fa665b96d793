import type { Plan } from '../../language/plan.js';

/** What to write instead of a reference that cannot be read; `text` is the string up to where reading it failed and on. */
export function malformedHelp(plan: Plan, reason: string, text: string): string | undefined {
  if (reason.startsWith('`${{`')) return 'close it, or write `$${{` for the characters themselves';
  const unquoted = /\$\{\{\s*States\.([^}]*)\}\}/.exec(text)?.[1]?.trim() ?? '';
  const meant = plan.states.find(({ name }) => /\W/.test(name) && unquoted.startsWith(name));
  return meant && `write \`States[${JSON.stringify(meant.name)}]${unquoted.slice(meant.name.length)}\``;
}

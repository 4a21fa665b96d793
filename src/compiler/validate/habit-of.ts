import type { Path } from '../../diagnostics/problem.js';
import { valueAt } from '../../language/json.js';
import { habits, meaningOf } from './habits.js';
import type { Subject } from './subject.js';

/** What someone means who is used to the words of another tool. */
export function habitOf({ kind, value }: Subject, at: Path, name: string): string | undefined {
  if (at.at(-1) === 'When') return meaningOf(habits.When, name);
  if (kind === 'plan') {
    if (at.length === 0) return meaningOf(habits.plan, name);
    if (at.length === 2) return meaningOf(habits[at[0]!], name);
    return at[0] === 'Parameters' && at.length === 3 ? meaningOf(habits.From, name) : undefined;
  }
  if (kind !== 'state') return undefined;
  const type = String(valueAt(value, ['Type']));
  const properties = habits[`${type} Properties`];
  if (at.length > 0)
    return at.length === 1 && at[0] === 'Properties' ? meaningOf(properties, name) : undefined;
  const meaning = meaningOf(habits[type], name) ?? meaningOf(habits.state, name);
  if (meaning !== undefined) return meaning;
  const property = meaningOf(properties, name);
  return property === undefined || property.includes(' ')
    ? property
    : `write it as \`${property}\` under \`Properties\``;
}

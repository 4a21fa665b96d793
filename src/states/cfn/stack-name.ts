import { type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { hasReference } from '../../language/text.js';

interface Fault {
  readonly span: readonly [number, number];
  readonly reason: string;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html */
export function checkStackName(name: unknown, place: Place): readonly Problem[] {
  const fault = typeof name === 'string' ? faultOf(name) : undefined;
  if (typeof name !== 'string' || fault === undefined) return [];
  const { span, reason } = fault;
  const better = repaired(name);
  const rule = 'a stack has letters, digits and hyphens in its name, a letter first, at most 128 characters';
  const help = faultOf(better) === undefined ? `write \`${better}\`: ${rule}` : rule;
  return [problem('PLAN3006', { ...place, span }, { name, reason }, { help })];
}

/** The first thing wrong with a name; references are taken for letters, since what they stand for is not known. */
function faultOf(name: string): Fault | undefined {
  const known = name.replace(reference, (all) => 'x'.repeat(all.length));
  const strange = /[^A-Za-z0-9-]+/.exec(known);
  if (strange !== null) {
    const [found] = strange;
    const reason = /^\s+$/.test(found) ? 'it has a space' : `it has \`${found}\``;
    return { span: [strange.index, strange.index + found.length], reason };
  }
  if (!/^[A-Za-z]/.test(known)) return { span: [0, 1], reason: `it starts with \`${name.slice(0, 1)}\`` };
  if (hasReference(name) || name.length <= 128) return undefined;
  return { span: [128, name.length], reason: `it has ${name.length} characters` };
}

const reference = /\$\{\{.*?(?:\}\}|$)/gs;

/** The name with hyphens in the place of what it may not have. */
function repaired(name: string): string {
  const references = name.match(reference) ?? [];
  const texts = name.split(reference).map((text) => text.replace(/[^A-Za-z0-9-]+/g, '-'));
  return texts.map((text, index) => text + (references[index] ?? '')).join('');
}

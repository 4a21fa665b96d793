import type { Related } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import { type Part, partFor, type Reference, referenceTo } from '../../language/reference.js';
import type { Shape } from '../../language/shape.js';
import { type Finding, finding } from './finding.js';

const words = { text: 'text', number: 'a number', boolean: 'a boolean' } as const;

/**
 * Checks the parts of a reference from `index` on against what is known of the value; undefined when nothing speaks
 * against them. `declared` is where the value is declared.
 */
export function follow(
  shape: Shape,
  reference: Reference,
  index: number,
  declared: readonly Related[] = [],
): Finding | undefined {
  const part = reference.parts[index];
  if (shape.kind === 'uncertain') {
    const { name, reason, related } = shape;
    const help = `give \`${name}\` an \`Otherwise\`, or refer only to states that every iteration runs`;
    return finding('PLAN4010', reference.parts[index - 1]!.span, { name, reason }, { help, related });
  }
  if (part === undefined || shape.kind === 'any') return undefined;
  if (shape.kind === 'object') {
    const inner = Object.hasOwn(shape.properties, part.key) ? shape.properties[part.key] : undefined;
    return inner === undefined ? notAnOutput(shape, reference, index) : follow(inner, reference, index + 1);
  }
  const [before, after] = aroundPart(reference, index);
  if (shape.kind !== 'list') {
    return beyond(part, reference, `\`${before}\` is ${words[shape.kind]}`, `write \`${before}\``, declared);
  }
  if (typeof part.key === 'number') return follow(shape.items, reference, index + 1, declared);
  const item = shape.items.kind === 'object' ? `${before}[0]${after}` : `${before}[0]`;
  const help = `take one of its items by its number: \`${item}\``;
  return beyond(part, reference, `\`${before}\` is a list`, help, declared);
}

const beyond = (
  { span }: Part,
  reference: Reference,
  reason: string,
  help: string,
  related: readonly Related[],
): Finding => finding('PLAN4009', span, { reference: reference.text, reason }, { help, related });

/** The text of a reference before one of its parts, and from it on. */
function aroundPart({ text, root, parts, span }: Reference, index: number): readonly [string, string] {
  const end = index === 0 ? root.length : parts[index - 1]!.span[1] - span[0];
  return [text.slice(0, end), text.slice(end)];
}

function notAnOutput(
  { properties, source, declared }: Extract<Shape, { kind: 'object' }>,
  reference: Reference,
  index: number,
): Finding {
  const part = reference.parts[index]!;
  const key = String(part.key);
  const names = Object.keys(properties);
  const [before] = aroundPart(reference, index);
  const [upTo] = aroundPart(reference, index + 1);
  const other =
    names.length === 0
      ? `remove the reference: there are no ${source}`
      : elsewhere(properties, before, key, reference.parts[index + 1]);
  const { help, meant } = other === undefined ? suggestion(key, names, source) : { help: other };
  const related =
    declared && names.length > 0 ? [{ place: declared, message: 'the outputs are declared here' }] : [];
  const values = { reference: upTo, state: String(reference.parts[0]!.key) };
  return finding('PLAN4002', part.span, values, { help, related, meant: partFor(reference, part, meant) });
}

/** A name that is right one step further or nearer: behind `Outputs`, as people know it, or inside a stack. */
function elsewhere(
  properties: { readonly [name: string]: Shape },
  before: string,
  key: string,
  next: Part | undefined,
): string | undefined {
  if (/^outputs?$/i.test(key) && next !== undefined && Object.hasOwn(properties, next.key)) {
    return `leave \`${key}\` out: \`${referenceTo(before, next.key)}\``;
  }
  const holder = Object.entries(properties).find(
    ([, inner]) => inner.kind === 'object' && Object.hasOwn(inner.properties, key),
  );
  return holder && `did you mean \`${referenceTo(before, holder[0], key)}\`?`;
}

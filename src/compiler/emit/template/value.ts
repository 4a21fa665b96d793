import type { Statement } from '../../../asl/statement.js';
import { knownValue } from '../../../cloudformation/known-value.js';
import { nameInSub } from '../../../cloudformation/sub.js';
import { pieces } from '../../../language/intrinsic.js';
import { isList, isObject, objectOr } from '../../../language/json.js';
import type { Plan } from '../../../language/plan.js';
import type { Json, JsonObject } from '../../../source/document.js';

/**
 * A text, number or intrinsic of the plan as the template has to say it: references become parameters of the template.
 * `unknown` gives what stands for a reference that has no value yet when the stack is made.
 */
export function templateValue(plan: Plan, value: Json, unknown: () => string): Json {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' && !isObject(value)) return value;
  const row = pieces(value);
  if (isObject(value) && row.every((piece) => piece.kind !== 'reference')) return value;
  return joined(
    row.map((piece) => {
      if (piece.kind === 'text') return piece.text;
      if (piece.kind === 'value') return piece.value;
      return (piece.kind === 'reference' ? knownValue(plan, piece.reference) : undefined) ?? unknown();
    }),
  );
}

/** What is known only when a state runs may be anything: `*` stands for it, in the midst of an ARN too. */
export const withValues = <S extends Statement>(plan: Plan, statement: S): S => {
  const any = (value: Json): Json => templateValue(plan, value, () => '*');
  return {
    ...statement,
    resources: statement.resources.map(any),
    ...(statement.condition && { condition: withCondition(statement.condition, any) }),
  };
};

/** The values of each key, which stand below an operator: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
const withCondition = (condition: JsonObject, change: (value: Json) => Json): JsonObject =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(objectOr(keys)).map(([key, value]) => [
          key,
          isList(value) ? value.map(change) : change(value),
        ]),
      ),
    ]),
  );

/** As `Fn::Sub`, which reads best, or as `Fn::Join` where a text holds what `Fn::Sub` would take for a variable. */
function joined(parts: readonly Json[]): Json {
  const merged: Json[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else merged.push(part);
  }
  if (merged.length < 2) return merged[0] ?? '';
  const texts = merged.map(textInSub);
  return texts.includes(undefined) ? { 'Fn::Join': ['', merged] } : { 'Fn::Sub': texts.join('') };
}

function textInSub(part: Json): string | undefined {
  if (typeof part === 'string') return part.includes('${') ? undefined : part;
  const name = isObject(part) ? nameInSub(part) : undefined;
  return name === undefined ? undefined : `\${${name}}`;
}

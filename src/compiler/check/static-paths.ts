import { heldFields } from '../../asl/held-fields.js';
import { parse } from '../../asl/path/parse.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import { isWritten, templates } from '../expressions.js';

/** Paths and calls that nobody evaluates, of which Step Functions warns too (`NO_DOLLAR`, `PASS_RESULT_IS_STATIC`). */
export const checkStaticPaths = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    if (state.language === 'JSONata') return [];
    return heldFields(state).flatMap(({ name, path, value, holds }) => {
      const isStatic = name === 'Result' && holds === 'JSONPath value';
      return isStatic || templates.includes(holds)
        ? inside(plan, value, [...state.path, ...path], isStatic)
        : [];
    });
  });

function inside(plan: Plan, value: Json, path: Path, isStatic: boolean): readonly Problem[] {
  if (isList(value)) return value.flatMap((item, index) => inside(plan, item, [...path, index], isStatic));
  if (!isObject(value)) return [];
  const found: Problem[] = [];
  for (const key of Object.keys(value)) {
    const inner = value[key]!;
    const at = [...path, key];
    const computed = key.endsWith('.$');
    if (typeof inner === 'string' && computed === isStatic && isPath(inner)) {
      const help = isStatic
        ? '`Result` is taken as it is: write it in `Parameters`'
        : `write \`${key}.$\` to have it evaluated`;
      found.push(problem('PLAN2043', { file: plan.document.file, path: at }, { key }, { help }));
    } else for (const one of inside(plan, inner, at, isStatic)) found.push(one);
  }
  return found;
}

/** A `$` alone, or before a word, may well be text. */
const isPath = (text: string): boolean =>
  /^(\$\$?[.[]|States\.\w+\()/.test(text) && isWritten(text) && parse(text).kind !== 'fault';

import { heldFields } from '../../asl/held-fields.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import { isMeant, isWritten, templates } from '../expressions.js';

/** Keys of templates in JSONPath: what those in `.$` hold, and whether one is there twice. */
export const checkTemplates = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    if (state.language === 'JSONata') return [];
    return heldFields(state).flatMap(({ path, value, holds }) =>
      templates.includes(holds) ? inside(plan, value, [...state.path, ...path]) : [],
    );
  });

function inside(plan: Plan, value: Json, path: Path): readonly Problem[] {
  if (isList(value)) return value.flatMap((item, index) => inside(plan, item, [...path, index]));
  if (!isObject(value)) return [];
  const found: Problem[] = [];
  for (const key of Object.keys(value)) {
    const at = [...path, key];
    const inner = value[key]!;
    if (!key.endsWith('.$')) {
      for (const one of inside(plan, inner, at)) found.push(one);
      continue;
    }
    for (const one of computed(plan, key, inner, at)) found.push(one);
    const name = key.slice(0, -'.$'.length);
    if (Object.hasOwn(value, name)) found.push(twice(plan, name, path));
  }
  return found;
}

/** "a JSON object cannot have two fields of one name": https://states-language.net/#payload-template */
function twice(plan: Plan, name: string, path: Path): Problem {
  const { file } = plan.document;
  const related = [
    { place: { file, path: [...path, name], on: 'key' as const }, message: 'it is written here' },
  ];
  const place = { file, path: [...path, `${name}.$`], on: 'key' as const };
  return problem('PLAN2028', place, { name }, { help: 'keep one of them', related });
}

/** What a key in `.$` must hold; references in it are reported where keys are, what is malformed where paths are. */
function computed(plan: Plan, key: string, value: Json, path: Path): readonly Problem[] {
  if (isIntrinsic(value) || (typeof value === 'string' && (isMeant(value) || !isWritten(value)))) return [];
  const name = key.slice(0, -'.$'.length);
  const help = `write a path such as \`$.${/^\w+$/.test(name) ? name : 'name'}\`, or \`${name}\` without the \`.$\``;
  return [problem('PLAN4027', { file: plan.document.file, path }, { key }, { help })];
}

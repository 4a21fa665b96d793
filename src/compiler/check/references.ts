import { mostProblems } from '../../diagnostics/most.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { eachString, isList, isObject, objectOr, someString, valueAt } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText, refers, wholeReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { isForShell } from '../../states/registry.js';
import { passesPayload } from '../managed.js';
import { missingOutput } from '../references/available.js';
import { type Field, fieldsOf } from '../references/fields.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';
import { uncaught } from './caught.js';
import { fixedHelp, objectHelp, outOfSight, wholeHelp } from './field-help.js';
import { malformedReference } from './malformed.js';
import { checkSecret } from './secrets.js';

/** Every `${{ … }}` in the states and outputs of a plan: readable, meant for something, there when it is used. */
export function checkReferences(plan: Plan): readonly Problem[] {
  const inStates: Problem[] = [];
  for (const state of plan.states) {
    if (inStates.length >= mostProblems) return inStates;
    for (const field of fieldsOf(state)) {
      for (const wrong of checkField(plan, state, field)) inStates.push(wrong);
    }
  }
  const outputs: Field = {
    path: ['Outputs'],
    value: plan.value.Outputs ?? null,
    use: 'payload',
    sees: 'input',
  };
  return [...inStates, ...checkField(plan, undefined, outputs)];
}

function checkField(plan: Plan, state: State | undefined, field: Field): readonly Problem[] {
  if (field.use === 'comment') return [];
  const found: Problem[] = [];
  let used = false;
  const base = [...(state?.path ?? []), ...field.path];
  eachString(field.value, (text, path) => {
    if (!hasReference(text)) return;
    used = true;
    for (const wrong of checkText(plan, state, field, text, [...base, ...path])) found.push(wrong);
  });
  if (!used) return found;
  // In `Outputs`, functions are refused with or without a reference.
  const inFunctions = state === undefined ? [] : insideFunctions(plan, field.value, base);
  return [...found, ...notAnObject(plan, state, field, base), ...inFunctions];
}

function checkText(
  plan: Plan,
  state: State | undefined,
  field: Field,
  text: string,
  path: Path,
): readonly Problem[] {
  const { file } = plan.document;
  const segments = parseText(text);
  const whole = segments.length === 1 && !path.includes('Fn::Sub');
  const name = String(field.path.findLast((key) => typeof key === 'string'));
  if (!whole && needsWhole(state, field, name) && segments.some(({ kind }) => kind === 'reference')) {
    return [problem('PLAN4017', { file, path }, { field: name }, { help: wholeHelp(name) })];
  }
  return segments.flatMap((segment) => {
    if (segment.kind === 'text') return [];
    const place = { file, path, span: segment.span };
    if (segment.kind === 'malformed') return malformedReference(plan, path, text, segment);
    if (isForShell(state, path)) return [];
    if (field.use === 'fixed') {
      return problem('PLAN4014', place, { field: name }, { help: fixedHelp(name) });
    }
    return checkReference(plan, state, field, segment.reference, path, whole);
  });
}

/** In JSONPath, `Variable` and its like take a path, `Seconds` and its like have a `…Path` twin; `Cause` also computes. */
const needsWhole = (state: State | undefined, field: Field, name: string): boolean =>
  state?.language === 'JSONPath' &&
  (field.use === 'path' || (field.use === 'twin' && name !== 'Cause' && name !== 'Error'));

function checkReference(
  plan: Plan,
  state: State | undefined,
  field: Field,
  reference: Reference,
  path: Path,
  whole: boolean,
): readonly Problem[] {
  const { file } = plan.document;
  const place = { file, path, span: reference.span };
  const target = targetOf(plan, state, reference);
  if (isFinding(target)) return [target.report(file, path)];
  if (target.secret !== undefined)
    return checkSecret(plan, state, target.secret, path, reference.span, whole);
  if (field.sees !== 'input' && !target.constant && state?.language === 'JSONPath') {
    const { reason, ...extra } = outOfSight(plan, state, field);
    const values = { reference: reference.text, field: String(field.path.at(-1)), reason };
    return [problem('PLAN4015', place, values, extra)];
  }
  if (reference.root === 'Error') {
    const without = uncaught(plan, state);
    if (without === undefined) return [];
    const { reason, ...extra } = without;
    return [problem('PLAN4013', place, { reason }, extra)];
  }
  if (target.producer === undefined || asksWhetherPresent(state, field, path)) return [];
  const missing = missingOutput(plan, state, target.producer, reference, entersBy(field));
  if (missing === undefined) return [];
  const { reason, ...extra } = missing;
  return [problem('PLAN4010', place, { name: target.producer.name, reason }, extra)];
}

/** `When` and `Otherwise` are looked at before the state itself is entered. */
const entersBy = ({ path: [first] }: Field): 'enter' | 'run' =>
  first === 'When' || first === 'Otherwise' ? 'enter' : 'run';

/** A rule with `IsPresent` is there to find out. */
function asksWhetherPresent(state: State | undefined, { path }: Field, at: Path): boolean {
  if (state === undefined || at.at(-1) !== 'Variable') return false;
  return objectOr(valueAt(state.value, path.slice(0, -1))).IsPresent !== undefined;
}

/** A text as YAML has it in quotes; of anything else nothing is shown. */
const inQuotes = (value: Json): string => {
  if (typeof value !== 'string') return '…';
  return value.includes('"') ? `'${value}'` : `"${value}"`;
};

/** Fields that ASL wants to be an object, however much of it is computed. */
const objectFields = ['Parameters', 'ResultSelector', 'Assign', 'BatchInput', 'Credentials'];

/** In JSONPath only the values inside an object can be computed; `Result` may also be one whole reference. */
function notAnObject(
  plan: Plan,
  state: State | undefined,
  { path, value }: Field,
  base: Path,
): readonly Problem[] {
  const name = String(path.at(-1));
  if (state?.language !== 'JSONPath' || isObject(value)) return [];
  const fits =
    name === 'Result'
      ? typeof value === 'string' && wholeReference(value) !== undefined
      : !objectFields.includes(name);
  if (fits || (name === 'Parameters' && passesPayload(state)) || !someString(value, refers)) return [];
  // A very long text is no example.
  const help = objectHelp(name, inQuotes(JSON.stringify(value).length > 100 ? '${{ … }}' : value));
  return [problem('PLAN4019', { file: plan.document.file, path: base }, { field: name }, { help })];
}

/** CloudFormation functions are computed before anything runs; only the text of `Fn::Sub` is cut at references. */
export function insideFunctions(plan: Plan, value: Json, path: Path): readonly Problem[] {
  if (isList(value)) return value.flatMap((item, index) => insideFunctions(plan, item, [...path, index]));
  if (!isObject(value)) return [];
  if (!isIntrinsic(value) || value['Fn::Sub'] !== undefined) {
    return Object.entries(value).flatMap(([key, inner]) => insideFunctions(plan, inner, [...path, key]));
  }
  const [name, argument] = Object.entries(value)[0]!;
  const found: Problem[] = [];
  eachString(argument, (text, inner) => {
    if (!hasReference(text)) return;
    const at = [...path, name, ...inner];
    const help =
      name === 'Ref' || name === 'Fn::GetAtt'
        ? `write the reference alone, without \`${name}\``
        : 'write the text with `Fn::Sub` (`!Sub`), in which references work';
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference') continue;
      const place = { file: plan.document.file, path: at, span: segment.span };
      found.push(problem('PLAN4018', place, { function: name }, { help }));
    }
  });
  return found;
}

import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { isIntrinsic } from '../../language/intrinsic.js';
import { eachString, isList, isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { flowOf, reach, start } from '../flow/graph.js';
import { missingOutput } from '../references/available.js';
import { type Field, fieldsOf } from '../references/fields.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';
import { checkSecret } from './secrets.js';

/** Every `${{ … }}` in the states and outputs of a plan: readable, meant for something, there when it is used. */
export function checkReferences(plan: Plan): readonly Problem[] {
  const inStates = plan.states.flatMap((state) =>
    fieldsOf(state).flatMap((field) => checkField(plan, state, field)),
  );
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
  let refers = false;
  const base = [...(state?.path ?? []), ...field.path];
  eachString(field.value, (text, path) => {
    if (!hasReference(text)) return;
    refers = true;
    found.push(...checkText(plan, state, field, text, [...base, ...path]));
  });
  return refers ? [...found, ...insideFunctions(plan, field.value, base)] : found;
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
  const whole = segments.length === 1;
  return segments.flatMap((segment) => {
    if (segment.kind === 'text') return [];
    const place = { file, path, span: segment.span };
    if (segment.kind === 'malformed') {
      const help = segment.reason.startsWith('`${{`')
        ? 'close it, or write `$${{` for the characters themselves'
        : undefined;
      return problem('PLAN4001', place, { reason: segment.reason }, { help });
    }
    const name = String(field.path.findLast((key) => typeof key === 'string'));
    if (field.use === 'fixed') {
      return problem(
        'PLAN4014',
        place,
        { field: name },
        { help: 'its value must be known when the plan is built' },
      );
    }
    if (needsWhole(state, field, name) && !whole) {
      return problem('PLAN4017', place, { field: name }, { help: 'compute the text in a Pass before it' });
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
  if (field.sees === 'other' && !target.constant && state?.language === 'JSONPath') {
    const name = String(field.path[0]);
    const help = `there \`$\` is not the payload; use it in \`Parameters\`, or in a Pass after \`${state.name}\``;
    return [problem('PLAN4015', place, { reference: reference.text, field: name }, { help })];
  }
  if (reference.root === 'Error' && !caughtBefore(state)) {
    const help =
      'in `Catch`, lead to this state from every way that leads here, or read the error in another state';
    return [problem('PLAN4013', place, {}, { help })];
  }
  if (target.producer === undefined) return [];
  const missing = missingOutput(plan, state, target.producer, field.path[0] === 'When' ? 'enter' : 'run');
  if (missing === undefined) return [];
  const values = { name: target.producer.name, reason: missing.reason };
  return [problem('PLAN4010', place, values, { help: missing.help })];
}

/** Whether every way to a state leads through a catcher that leaves `$.error`. */
function caughtBefore(user: State | undefined): boolean {
  for (
    let state = user;
    state !== undefined;
    state = state.scope.kind === 'body' ? undefined : state.scope.owner
  ) {
    const { graph, nodes } = flowOf(state.scope);
    const caught = new Set([...nodes.values()].flatMap((node) => node.caught));
    if (!reach(graph, [start], caught).has(nodes.get(state.name)!.enter)) return true;
  }
  return false;
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
    const place = { file: plan.document.file, path: [...path, name, ...inner] };
    found.push(
      problem(
        'PLAN4018',
        place,
        { function: name },
        { help: 'use `Fn::Sub` (`!Sub`), in which references work' },
      ),
    );
  });
  return found;
}

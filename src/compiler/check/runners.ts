import { defaultCpu, isCpu, memorySizes } from '../../cloudformation/fargate.js';
import { knownValue } from '../../cloudformation/known-value.js';
import { type Path, type Problem, problem } from '../../diagnostics/problem.js';
import { eachString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import type { JsonObject } from '../../source/document.js';
import { checkCommands } from '../../states/runner/commands.js';
import { declaration } from '../references/declaration.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';
import { malformedReference } from './malformed.js';
import { insideFunctions } from './references.js';

/** Fields that are part of the stack; all others travel with each job. */
const stackFields = ['Image', 'Role', 'Cpu', 'Memory', 'Architecture', 'Environment'];

/** What exists only while states run, while a runner serves them all. */
const ofExecution = ['States', 'Item', 'Index', 'Error'];

/** What the schema does not see of the plan's runners: their references, and whether Fargate has tasks of their size. */
export const checkRunners = (plan: Plan): readonly Problem[] =>
  [...plan.runners].flatMap(([name, runner]) => {
    const path = ['Runners', name];
    const { Startup, ...others } = runner;
    const problems = [
      ...checkSize(plan, runner, path),
      ...checkCommands(Startup, plan.document.file, [...path, 'Startup']),
      ...insideFunctions(plan, others, path),
    ];
    eachString(others, (text, below) => {
      if (!hasReference(text)) return;
      for (const wrong of checkText(plan, text, [...path, ...below])) problems.push(wrong);
    });
    return problems;
  });

function checkText(plan: Plan, text: string, path: Path): readonly Problem[] {
  return parseText(text).flatMap((segment) => {
    if (segment.kind === 'text') return [];
    if (segment.kind === 'malformed') return malformedReference(plan, path, text, segment);
    return checkReference(plan, segment.reference, path);
  });
}

function checkReference(plan: Plan, reference: Reference, path: Path): readonly Problem[] {
  const place = { file: plan.document.file, path, span: reference.span };
  const field = String(path[2]);
  const refuse = (reason: string, help: string) => [
    problem('PLAN3040', place, { reference: reference.text, field, reason }, { help }),
  ];
  if (ofExecution.includes(reference.root)) {
    return refuse('a runner is there before any state runs', known(field));
  }
  const target = targetOf(plan, undefined, reference);
  if (isFinding(target)) return [target.report(place.file, path)];
  if (target.secret !== undefined) {
    const help = 'pass it to a job, in the `Environment` of the state';
    const reason = 'a runner is part of the stack, where everyone may read it';
    const related = declaration(plan, target.secret, 'Secret');
    return [problem('PLAN4030', place, { parameter: target.secret, reason }, { help, related })];
  }
  if (!stackFields.includes(field) || knownValue(plan, reference) !== undefined) return [];
  const [name, output] = reference.parts;
  const ofStack = "it is not known when the plan's stack is made";
  if (reference.root === 'Dependencies') {
    const from = `From: { Dependency: ${name?.key}, Output: ${output?.key ?? '…'} }`;
    return refuse(ofStack, `declare a parameter with \`${from}\` and use that`);
  }
  if (reference.root !== 'Parameters') return refuse(ofStack, known(field));
  const list = { reference: reference.text, field, reason: 'it is a list' };
  const related = declaration(plan, String(name?.key), 'Type');
  return [problem('PLAN3040', place, list, { help: 'use a parameter of type String or Number', related })];
}

const known = (field: string): string =>
  stackFields.includes(field)
    ? 'use `Environment`, `Parameters.<name>`, `Distribution.Name` or `Distribution.Version`'
    : 'use `Parameters`, `Dependencies`, `Environment`, `Distribution` or `Deployment`';

function checkSize(plan: Plan, runner: JsonObject, path: Path): readonly Problem[] {
  const { Cpu: cpu = defaultCpu, Memory: memory } = runner;
  const { file } = plan.document;
  if (typeof cpu === 'string' && memory === undefined) {
    const help = 'add `Memory`, such as `Memory: 2048`, that fits all values of `Cpu`';
    return [problem('PLAN3042', { file, path: [...path, 'Cpu'] }, {}, { help })];
  }
  if (!isCpu(cpu) || typeof memory !== 'number' || memorySizes(cpu).includes(memory)) return [];
  const usual = runner.Cpu === undefined ? ', the usual size,' : '';
  const help = `with \`Cpu: ${cpu}\`${usual} \`Memory\` may be ${listed(memorySizes(cpu))}`;
  return [problem('PLAN3041', { file, path: [...path, 'Memory'] }, { cpu, memory }, { help })];
}

const listed = (sizes: readonly number[]): string =>
  sizes.length > 4 ? `${sizes[0]}, ${sizes[1]}, … ${sizes.at(-1)}` : sizes.join(', ');

import type { Emitted } from '../../compiler/emit/index.js';
import { isList, isObject } from '../../language/json.js';
import type { Document, Json } from '../../source/document.js';
import { defineCommand, planOperand, quiet, setVersion } from '../command.js';
import { type CompiledPlan, compilePlan, located } from '../compile-plan.js';
import { readPlanFile } from '../plan-file.js';
import { announce, give, report } from '../report.js';

/** What each phase gives, as text; undefined when an error stopped it. */
const phases: { readonly [phase: string]: (plan: CompiledPlan, document: Document) => string | undefined } = {
  source: (_, document) =>
    document.value === undefined ? undefined : `${ordered(document.value, document.keys)}\n`,
  definition: ({ output }) => part(output, 'plan/definition.asl.json'),
  template: ({ output }) => part(output, 'plan/template.json'),
  sourcemap: ({ output }) => part(output, 'plan/sourcemap.json'),
  graph: ({ output }) => part(output, 'plan/graph.mmd'),
  permissions: ({ output }) => output && `${JSON.stringify(output.permissions, undefined, 2)}\n`,
};

const part = (output: Emitted | undefined, path: string) =>
  output?.parts.find((one) => one.path === path)?.text;

/** JSON with keys as they stand in the source: `JSON.stringify` would put a state named `10` first. */
function ordered(value: Json, keys: Document['keys'], newline = '\n'): string {
  if (!isList(value) && !isObject(value)) return JSON.stringify(value);
  const inner = `${newline}  `;
  const [open, close, items] = isList(value)
    ? ['[', ']', value.map((item) => ordered(item, keys, inner))]
    : ['{', '}', keys(value).map((key) => `${JSON.stringify(key)}: ${ordered(value[key]!, keys, inner)}`)];
  return items.length === 0 ? open + close : open + inner + items.join(`,${inner}`) + newline + close;
}

export const print = defineCommand({
  name: 'print',
  describe: 'Print what a phase of the compiler makes of a plan',
  operands: [
    {
      name: 'phase',
      required: true,
      choices: Object.keys(phases),
      describe: 'What to print; source is the plan as it was read, in JSON',
    },
    planOperand,
  ],
  options: { quiet, 'set-version': setVersion },
  examples: [
    ['print definition', 'The state machine, in Amazon States Language'],
    ['print graph webshop', 'The plan of the folder webshop as a Mermaid flowchart'],
  ],
  fails: 'The plan has an error, which may leave nothing to print',
  run: async ([phase, argument = '.'], options, terminal) => {
    const plan = readPlanFile(argument, terminal);
    if ('problems' in plan)
      return report(await located(plan.problems, plan.documents), {}, options, terminal);
    announce(plan, options, terminal);
    const compiled = await compilePlan(plan, plan.root, options['set-version']);
    const text = phases[phase!]!(compiled, compiled.documents.get(plan.file)!);
    if (text !== undefined) give(text, terminal);
    return report(compiled.diagnostics, {}, options, terminal);
  },
});

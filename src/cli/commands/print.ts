import type { Emitted } from '../../compiler/emit/index.js';
import { isList, isObject } from '../../language/json.js';
import type { Document, Json } from '../../source/document.js';
import { defineCommand, planOperand, quiet, setVersion } from '../command.js';
import { compileNamed, type NamedPlan } from '../compile-plan.js';
import { give, report } from '../report.js';

/** What each phase gives, as text; undefined when an error stopped it. */
const phases: { readonly [phase: string]: (compiled: NamedPlan) => string | undefined } = {
  source: ({ plan }) => plan && `${ordered(plan.document.value!, plan.document.keys)}\n`,
  definition: ({ output }) => part(output, 'plan/definition.asl.json'),
  template: ({ output }) => part(output, 'plan/template.json'),
  sourcemap: ({ output }) => part(output, 'plan/sourcemap.json'),
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
    ['print template webshop', 'The CloudFormation template of the plan in the folder webshop'],
  ],
  fails: 'The plan has an error, which may leave nothing to print',
  run: async ([phase, argument = '.'], options, terminal) => {
    const compiled = await compileNamed(argument, options, terminal);
    const text = phases[phase!]!(compiled);
    if (text !== undefined) give(text, terminal);
    return report(compiled.diagnostics, {}, options, terminal);
  },
});

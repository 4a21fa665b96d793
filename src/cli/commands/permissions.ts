import type { RolePermission } from '../../compiler/emit/role-permissions.js';
import { plain } from '../../diagnostics/formats/text.js';
import { isObject } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import { inColumns, type Row } from '../columns.js';
import { defineCommand, json, planOperand, quiet, setVersion } from '../command.js';
import { compileNamed } from '../compile-plan.js';
import { bold, type Page, widthOf, wrapped } from '../page.js';
import { give, report } from '../report.js';

export const permissions = defineCommand({
  name: 'permissions',
  describe: 'Show what the role of a plan may do, and which states need it',
  operands: [planOperand],
  options: { json, quiet, 'set-version': setVersion },
  examples: [
    ['permissions', 'Every permission of the role, with the lines of the states that need it'],
    ['permissions webshop --json', 'The same for a program, such as a check that stars are known'],
  ],
  fails: 'The plan has an error, so that its role is not known',
  run: async ([argument = '.'], options, terminal) => {
    const { plan, output, diagnostics } = await compileNamed(argument, options, terminal);
    if (plan === undefined || output === undefined) return report(diagnostics, {}, options, terminal);
    const { rolePermissions } = await import('../../compiler/emit/role-permissions.js');
    const found = rolePermissions(plan, output.permissions);
    if (!options.json) give(shown(found, terminal.out), terminal);
    return report(diagnostics, { permissions: found.map(asData) }, options, terminal);
  },
});

const asData = ({ neededBy, ...granted }: RolePermission) => ({
  ...granted,
  neededBy: neededBy.map(({ state, start: { line, column } }) => ({ state, line, column })),
});

const shown = (found: readonly RolePermission[], page: Page): string =>
  found
    .map((permission) => {
      const width = widthOf(page);
      const actions = wrapped(permission.actions.join(', '), width).map((line) => `${bold(line, page)}\n`);
      return actions.join('') + inColumns(rows(permission), width);
    })
    .join('\n');

function rows({ resources, condition = {}, neededBy }: RolePermission): readonly Row[] {
  const states = neededBy.map(({ state, start }) => `${plain(state)} (line ${start.line})`);
  return [
    ...resources.flatMap(({ arn, wildcard }): Row[] => [
      ['on', arn],
      ...(wildcard === undefined ? [] : [['why *', wildcard] as const]),
    ]),
    ...Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(isObject(keys) ? keys : {}).map(
        ([key, value]): Row => ['if', `${key} ${operator} ${written(value)}`],
      ),
    ),
    ['needed by', states.length === 0 ? 'the log and the traces of the state machine' : states.join(', ')],
  ];
}

const written = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

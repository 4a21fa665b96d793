import type { Statement } from '../../asl/statement.js';
import { whyWildcard } from '../../asl/wildcard.js';
import { linesOf, type Position, positionAt } from '../../diagnostics/position.js';
import { pieces } from '../../language/intrinsic.js';
import { canonical, isList, isObject } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { OwnedStatement } from './permissions.js';
import { logsAndTraces } from './template/role.js';

/** Something that the role of a plan may do, and why. */
export interface RolePermission {
  readonly actions: readonly string[];
  readonly resources: readonly {
    /** An ARN with `${…}` for what CloudFormation puts in. */
    readonly arn: string;
    /** Why it stands for more than one resource. */
    readonly wildcard?: string;
  }[];
  readonly condition?: JsonObject;
  /** The states that cannot do without it; empty for what the state machine itself needs. */
  readonly neededBy: readonly { readonly state: string; readonly start: Position }[];
}

/** What the role of a plan's state machine may do, alike permissions once, in the order of the states. */
export function rolePermissions(
  plan: Plan,
  statements: readonly OwnedStatement[],
): readonly RolePermission[] {
  const { document } = plan;
  const lines = linesOf(document.text);
  const starts = new Map(
    plan.states.map(({ name, path }) => [name, positionAt(lines, document.range(path, 'key')[0])]),
  );
  const groups = new Map<string, OwnedStatement[]>();
  for (const statement of [...statements, ...logsAndTraces.map((one) => ({ ...one, states: [] }))]) {
    const { actions, resources, condition = null } = statement;
    const key = canonical([[...actions].sort(), [...resources].map(canonical).sort(), condition]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [statement]);
    else group.push(statement);
  }
  return [...groups.values()].map((group) => {
    const names = [...new Set(group.flatMap(({ states }) => states))];
    return { ...granted(group[0]!), neededBy: names.map((state) => ({ state, start: starts.get(state)! })) };
  });
}

function granted({ actions, resources, condition }: Statement) {
  return {
    actions,
    resources: [...new Set(resources.map(textOf))].map((arn) => {
      const wildcard = whyWildcard(actions, arn);
      return { arn, ...(wildcard !== undefined && { wildcard }) };
    }),
    ...(condition && { condition }),
  };
}

/** A value of a template as `!Sub` would have it. */
function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return JSON.stringify(value);
  const parts = value['Fn::Join'];
  if (isList(parts) && parts[0] === '' && isList(parts[1])) return parts[1].map(textOf).join('');
  return pieces(value)
    .map((piece) => (piece.kind === 'value' ? named(piece.value) : piece.kind === 'text' ? piece.text : ''))
    .join('');
}

function named(value: JsonObject): string {
  const { Ref, 'Fn::GetAtt': attribute } = value;
  if (Ref !== undefined) return `\${${Ref}}`;
  return attribute === undefined ? JSON.stringify(value) : `\${${[attribute].flat().join('.')}}`;
}

import type { Statement } from '../../../asl/statement.js';
import { canonical } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';

/** One statement of an IAM policy document. */
export interface PolicyStatement extends JsonObject {
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly Json[];
}

interface Grant {
  readonly actions: ReadonlySet<string>;
  /** By their canonical text. */
  readonly resources: ReadonlyMap<string, Json>;
  readonly condition: JsonObject | undefined;
}

const any = canonical('*');

/**
 * As few statements as grant exactly the same, whatever the order they come in: those of the same resources share
 * their actions, those of the same actions their resources.
 */
export function mergeStatements(statements: readonly Statement[]): readonly PolicyStatement[] {
  let grants = statements.map(grantOf);
  let before: number;
  do {
    before = grants.length;
    grants = merge(grants, (grant) => [...grant.resources.keys()]);
    grants = merge(grants, (grant) => [...grant.actions]);
  } while (grants.length < before);
  const written = grants.map(statementOf).map((statement) => [canonical(statement), statement] as const);
  return written.sort(([a], [b]) => order(a, b)).map(([, statement]) => statement);
}

function grantOf({ actions, resources, condition }: Statement): Grant {
  const keyed = resources.map((resource) => [canonical(resource), resource] as const);
  return union([{ actions: new Set(actions), resources: new Map(keyed), condition }]);
}

function merge(grants: readonly Grant[], same: (grant: Grant) => string[]): Grant[] {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = canonical([grant.condition ?? null, ...same(grant).sort(order)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [grant]);
    else group.push(grant);
  }
  return [...groups.values()].map(union);
}

function union(group: readonly Grant[]): Grant {
  const resources = new Map(group.flatMap((grant) => [...grant.resources]));
  return {
    actions: new Set(group.flatMap((grant) => [...grant.actions])),
    resources: resources.has(any) ? new Map([[any, '*']]) : resources,
    condition: group[0]!.condition,
  };
}

function statementOf({ actions, resources, condition }: Grant): PolicyStatement {
  return {
    Effect: 'Allow',
    Action: [...actions].sort(order),
    Resource: [...resources].sort(([a], [b]) => order(a, b)).map(([, resource]) => resource),
    ...(condition && { Condition: condition }),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

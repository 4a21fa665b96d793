import { canonical } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import type { Statement } from '../../../states/define.js';

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
  const all = resources.includes('*') ? ['*'] : resources;
  return {
    actions: new Set(actions),
    resources: new Map(all.map((resource) => [canonical(resource), resource])),
    condition,
  };
}

function merge(grants: readonly Grant[], same: (grant: Grant) => string[]): Grant[] {
  const groups = new Map<string, Grant>();
  for (const grant of grants) {
    const key = canonical([grant.condition ?? null, ...same(grant).sort(order)]);
    const known = groups.get(key);
    groups.set(key, known === undefined ? grant : union(known, grant));
  }
  return [...groups.values()];
}

function union(a: Grant, b: Grant): Grant {
  const resources = new Map([...a.resources, ...b.resources]);
  const all = canonical('*');
  return {
    actions: new Set([...a.actions, ...b.actions]),
    resources: resources.has(all) ? new Map([[all, '*']]) : resources,
    condition: a.condition,
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

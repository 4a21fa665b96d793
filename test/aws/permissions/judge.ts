import type { Grants } from '../emulator/index.js';
import { type Asked, allows, concerns, type Policy } from '../iam/allows.js';

type Statement = Policy['Statement'][number];

const statementsOf = ({ policies }: Pick<Grants, 'policies'>): readonly Statement[] =>
  Object.values(policies).flatMap(({ Statement }) => [Statement].flat());

/** Anyone may ask who they are: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
const isFree = ({ action }: Asked): boolean => action === 'sts:GetCallerIdentity';

/** Why something is not allowed; undefined when it is. */
export function refusalOf(grants: Grants, asked: Asked): string | undefined {
  if (isFree(asked)) return undefined;
  if (!allows(listed(grants.policies), asked)) return nearest(statementsOf(grants), asked);
  if (grants.boundary !== null && !allows([grants.boundary], asked)) return 'its boundary does not allow it';
  return undefined;
}

const listed = (policies: Grants['policies']): readonly Policy[] =>
  Object.values(policies).map(({ Statement }) => ({ Statement: [Statement].flat() }));

/** The statement about the same action, else about the same service, that comes next to allowing it. */
function nearest(statements: readonly Statement[], asked: Asked): string {
  const denied = statements.find((one) => one.Effect === 'Deny' && concerns(one, asked));
  if (denied !== undefined) return `denied by ${JSON.stringify(denied)}`;
  const sameAction = statements.filter((one) =>
    concerns({ ...without(one), Resource: '*' }, { ...asked, context: {} }),
  );
  const sameResource = sameAction.filter((one) => concerns({ ...one, ...anyCondition }, asked));
  const [found] = [...sameResource, ...sameAction];
  return found === undefined ? 'no statement has the action' : `nearest is ${JSON.stringify(found)}`;
}

const anyCondition = { Condition: {} };

/** The same for all resources and in every case. */
const without = ({ Resource: _, NotResource: __, Condition: ___, ...rest }: Statement): Statement => rest;

/** What a role is granted, action by action, of which nothing was asked for. */
export function unusedOf(grants: Grants, asked: readonly Asked[]): readonly string[] {
  return statementsOf(grants).flatMap((statement) => {
    if (statement.Effect !== 'Allow') return [];
    return [statement.Action ?? []]
      .flat()
      .filter((Action) => !asked.some((one) => concerns({ ...statement, Action }, one)))
      .map((Action) => `${Action} on ${[statement.Resource ?? []].flat().join(', ')}`);
  });
}

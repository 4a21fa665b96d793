import { isIntrinsic } from '../../../language/intrinsic.js';
import { isList, isObject } from '../../../language/json.js';
import { isExpression } from '../../../language/jsonata.js';
import type { Json } from '../../../source/document.js';
import type { Statement } from '../../statement.js';
import { namedArn } from '../arn.js';
import { allow, type Call, passRole } from '../call.js';
import { textOf } from '../surroundings.js';
import { literalOf, type Text, toValue, unknown } from '../text.js';

/** An API that only looks passes no role, and these have roles as their subject. */
const passesNone = ({ service, api }: Call): boolean =>
  /^(get|list|describe)/.test(api) || service === 'iam' || service === 'sts';

/**
 * Most services take a role by its ARN, in an argument of such a name at any depth, and use it later.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function passedRoles(call: Call, root: Json | undefined): readonly Statement[] {
  const roles = passesNone(call) ? [] : rolesIn(call, root);
  const known = roles.filter((role) => literalOf(role) !== '*' || typeof role[0] !== 'string');
  const arns = known.map((role) => toValue(namedArn(call.plan, role, 'iam:role/*')));
  const principal = call.service === 'ecs' ? 'ecs-tasks' : call.service;
  return [
    ...(arns.length > 0 ? [allow(['iam:PassRole'], arns)] : []),
    ...(known.length < roles.length ? passRole(call.plan, `${principal}.amazonaws.com`, unknown) : []),
  ];
}

function rolesIn(call: Call, value: Json | undefined, depth = 0): readonly Text[] {
  if (isList(value)) return value.flatMap((item) => rolesIn(call, item, depth + 1));
  if (!isObject(value) || isIntrinsic(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const isRole = /Role(Arn|ARN)(\.\$)?$/.test(key) || (depth === 0 && /^Role(\.\$)?$/.test(key));
    if (!isRole) return rolesIn(call, inner, depth + 1);
    const isUnknown = key.endsWith('.$') || (typeof inner === 'string' && isExpression(inner));
    return [isUnknown ? unknown : textOf(call.plan, inner)];
  });
}

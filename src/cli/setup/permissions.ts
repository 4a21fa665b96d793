import { isList, isObject, objectOr } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';

/** What a template lets whom do, a line for each: `ControllerRole may states:StartExecution on …`. */
export function permissionsIn(template: string): readonly string[] {
  const resources = Object.entries(objectOr(objectOr(JSON.parse(template)).Resources));
  return resources.flatMap(([id, resource]) => {
    const { Type, Properties } = objectOr(resource);
    const properties = objectOr(Properties);
    switch (Type) {
      case 'AWS::IAM::Role':
        return [
          ...statementsOf(properties.AssumeRolePolicyDocument).map(
            (statement) => `${shown(objectOr(statement.Principal))} may be ${id}${when(statement)}`,
          ),
          ...listOf(properties.Policies).flatMap((one) => lines(id, objectOr(one).PolicyDocument)),
          ...listOf(properties.ManagedPolicyArns).map((arn) => `${id} may do what ${shown(arn)} says`),
        ];
      case 'AWS::IAM::ManagedPolicy':
        return lines(`whoever has ${shown(properties.ManagedPolicyName ?? id)}`, properties.PolicyDocument);
      case 'AWS::Lambda::Permission':
        return [
          `${shown(properties.Principal ?? '')} may ${shown(properties.Action ?? '')} on ${shown(properties.FunctionName ?? '')}`,
        ];
      default:
        return lines(undefined, properties.PolicyDocument);
    }
  });
}

const lines = (who: string | undefined, document: Json | undefined): readonly string[] =>
  statementsOf(document).map((statement) => {
    const subject = who ?? principalOf(statement.Principal);
    const verb = statement.Effect === 'Deny' ? 'may not' : 'may';
    const actions =
      statement.NotAction === undefined
        ? shown(statement.Action ?? '*')
        : `do all but ${shown(statement.NotAction)}`;
    const on =
      statement.NotResource === undefined
        ? shown(statement.Resource ?? '*')
        : `all but ${shown(statement.NotResource)}`;
    return `${subject} ${verb} ${actions} on ${on}${when(statement)}`;
  });

const principalOf = (principal: Json | undefined): string =>
  principal === '*' ? 'anyone' : shown(objectOr(principal));

const statementsOf = (document: Json | undefined): readonly JsonObject[] =>
  listOf(objectOr(document).Statement).map(objectOr);

const listOf = (value: Json | undefined): readonly Json[] =>
  value === undefined ? [] : isList(value) ? value : [value];

/** The condition of a statement, in words behind it. */
function when({ Condition }: JsonObject): string {
  const tests = Object.entries(objectOr(Condition)).flatMap(([operator, keys]) =>
    Object.entries(objectOr(keys)).map(([key, value]) => `${key} ${operator} ${shown(value)}`),
  );
  return tests.length === 0 ? '' : ` if ${tests.join(' and ')}`;
}

/** A value of a template as a text, with `${…}` for what CloudFormation puts in. */
function shown(value: Json): string {
  if (isList(value)) return value.map(shown).join(', ');
  if (!isObject(value)) return String(value);
  const [[name, given] = ['', '']] = Object.entries(value);
  switch (name) {
    case 'Ref':
      return `\${${shown(given)}}`;
    case 'Fn::Sub':
      return shown(isList(given) ? given[0]! : given);
    case 'Fn::GetAtt':
      return `\${${isList(given) ? given.map(shown).join('.') : shown(given)}}`;
    case 'Fn::Join':
      return isList(given) && isList(given[1]) ? given[1].map(shown).join(String(given[0])) : '';
    case 'Fn::If':
      return isList(given) ? `${shown(given[1]!)} or ${shown(given[2]!)}` : '';
    default:
      return Object.values(value).map(shown).join(', ');
  }
}

/** What a template gives and takes against another one; of a new one what it gives, not what it forbids beside. */
export function permissionChanges(before: string | undefined, after: string): readonly string[] {
  const is = permissionsIn(after);
  if (before === undefined)
    return is.filter((line) => !line.includes(' may not ')).map((line) => `+ ${line}`);
  const was = permissionsIn(before);
  return [
    ...is.filter((line) => !was.includes(line)).map((line) => `+ ${line}`),
    ...was.filter((line) => !is.includes(line)).map((line) => `- ${line}`),
  ];
}

import { transformsOf } from '../../../cloudformation/transforms.js';
import { objectOr } from '../../../language/json.js';
import type { JsonObject } from '../../../source/document.js';
import { TemplateError } from './template-error.js';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
const namedBy: { readonly [type: string]: string | undefined } = {
  'AWS::IAM::AccessKey': undefined,
  'AWS::IAM::Group': 'GroupName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::Policy': undefined,
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::UserToGroupAddition': undefined,
};

/** Throws a `TemplateError` when a template does what nobody has allowed. */
export function checkCapabilities(template: JsonObject, given: readonly string[]): void {
  const resources = Object.values(objectOr(template.Resources)).map(objectOr);
  const iam = resources.filter(({ Type }) => Object.hasOwn(namedBy, String(Type)));
  const isNamed = iam.some(({ Type, Properties }) => {
    const property = namedBy[String(Type)];
    return property !== undefined && objectOr(Properties)[property] !== undefined;
  });
  const needed = isNamed
    ? ['CAPABILITY_NAMED_IAM']
    : iam.length > 0 || resources.some(makesRole)
      ? ['CAPABILITY_NAMED_IAM', 'CAPABILITY_IAM']
      : [];
  if (needed.length > 0 && !needed.some((capability) => given.includes(capability))) {
    throw new TemplateError(`Requires capabilities : [${needed.at(-1)}]`);
  }
  if (transformsOf(template).length > 0 && !given.includes('CAPABILITY_AUTO_EXPAND')) {
    throw new TemplateError('Requires capabilities : [CAPABILITY_AUTO_EXPAND]');
  }
}

/** SAM makes a role for a function that has none. */
const makesRole = ({ Type, Properties }: JsonObject): boolean =>
  Type === 'AWS::Serverless::Function' && objectOr(Properties).Role === undefined;

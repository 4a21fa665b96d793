import type { Statement } from '../../asl/statement.js';
import { eachString, objectOr } from '../../language/json.js';
import { parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { sub } from '../arn.js';
import type { StateContext } from '../define.js';
import type { JobProperties } from './schema.js';

/** Lets a runner read the secrets that its job names in `Environment`, and decrypt these alone, whatever the key. */
export function secretPermissions({ plan, properties }: StateContext<JobProperties>): readonly Statement[] {
  const names = new Set<string>();
  eachString((properties.Environment ?? {}) as Json, (text) => {
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference' || segment.reference.root !== 'Parameters') continue;
      names.add(String(segment.reference.parts[0]?.key));
    }
  });
  return [...names].flatMap((name) => {
    const parameter = plan.parameters.get(name);
    if (parameter?.secret !== true) return [];
    const { Ssm, SecretsManager } = objectOr(parameter.value.From);
    if (typeof Ssm === 'string') return ofParameter(Ssm);
    return typeof SecretsManager === 'string' ? ofSecret(SecretsManager) : [];
  });
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/services-parameter-store.html#parameter-store-encryption-context */
function ofParameter(name: string): readonly Statement[] {
  const inRegion = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter';
  const arn = name.startsWith('arn:') ? name : sub(name.startsWith('/') ? inRegion : `${inRegion}/`, name);
  return [
    { actions: ['ssm:GetParameter'], resources: [arn] },
    decrypt('ssm', { StringEquals: { 'kms:EncryptionContext:PARAMETER_ARN': arn } }),
  ];
}

/**
 * The ARN of a secret ends with six characters of its own, which its name and most who write an ARN leave out:
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
function ofSecret(id: string): readonly Statement[] {
  const inRegion = 'arn:${AWS::Partition}:secretsmanager:${AWS::Region}:${AWS::AccountId}:secret:';
  const arns = id.startsWith('arn:') ? [id, sub('', id, '-??????')] : [sub(inRegion, id, '-??????')];
  return [
    { actions: ['secretsmanager:GetSecretValue'], resources: arns },
    decrypt('secretsmanager', { StringLike: { 'kms:EncryptionContext:SecretARN': arns } }),
  ];
}

const decrypt = (
  service: string,
  context: { readonly [operator: string]: { readonly [key: string]: Json } },
): Statement => ({
  actions: ['kms:Decrypt'],
  resources: [{ 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*' }],
  condition: {
    ...context,
    StringEquals: {
      ...context.StringEquals,
      'kms:ViaService': { 'Fn::Sub': `${service}.\${AWS::Region}.\${AWS::URLSuffix}` },
    },
  },
});

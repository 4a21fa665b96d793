import type { Json } from '../../../source/document.js';
import type { Statement } from '../../statement.js';
import { arnValue, namedArn } from '../arn.js';
import { allow, type Call, named, passRole, type Service } from '../call.js';
import { literalOf, type Text, toValue, unknown } from '../text.js';
import { objectArn, s3Location } from './s3.js';

/** https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const profile = /^(?:us|us-gov|eu|apac|au|ca|jp|sa|global)\.(.+)$/;
const models = [
  'foundation-model',
  'provisioned-model',
  'inference-profile',
  'custom-model',
  'imported-model',
];

/** An inference profile sends the call to its model in any of several regions. */
function modelArns(plan: Call['plan'], model: Text = unknown): readonly Json[] {
  const id = literalOf(model).replace(/^arn:.*:inference-profile\//, '');
  const behind = profile.exec(id)?.[1] ?? (id.includes(':application-inference-profile/') ? '*' : undefined);
  const arn = namedArn(
    plan,
    model,
    `bedrock:${behind === undefined ? 'foundation-model' : 'inference-profile'}/*`,
  );
  if (arn !== model && id.startsWith('*')) return models.map((type) => arnValue(`bedrock:${type}/*`));
  return behind === undefined ? [toValue(arn)] : [toValue(arn), inAnyRegion(behind)];
}

const inAnyRegion = (model: string): Json =>
  toValue(['arn:', { Ref: 'AWS::Partition' }, `:bedrock:*::foundation-model/${model}`]);

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-bedrock.html#bedrock-iam */
function invokeModel(call: Call): readonly Statement[] {
  const { given, plan } = call;
  const inS3 = (action: string, argument: string) =>
    given.has(argument) ? [allow([action], [objectArn(...s3Location(given.text(argument)))])] : [];
  const guardrail = ['GuardrailIdentifier', 'GuardrailConfig.GuardrailIdentifier'].find((name) =>
    given.has(name),
  );
  return [
    allow(['bedrock:InvokeModel'], modelArns(plan, given.text('ModelId'))),
    ...inS3('s3:GetObject', 'Input.S3Uri'),
    ...inS3('s3:PutObject', 'Output.S3Uri'),
    ...(guardrail
      ? [allow(['bedrock:ApplyGuardrail'], [named(call, 'bedrock:guardrail/*', guardrail)])]
      : []),
  ];
}

function createModelCustomizationJob({ given, plan, waits }: Call): readonly Statement[] {
  const own = ['bedrock:custom-model/*', 'bedrock:model-customization-job/*'].map((pattern) =>
    arnValue(pattern),
  );
  const base = toValue(namedArn(plan, given.text('BaseModelIdentifier'), 'bedrock:foundation-model/*'));
  const tagged = given.has('JobTags') || given.has('CustomModelTags');
  const waiting = ['bedrock:GetModelCustomizationJob', 'bedrock:StopModelCustomizationJob'];
  return [
    allow(['bedrock:CreateModelCustomizationJob'], [base, ...own]),
    ...(tagged ? [allow(['bedrock:TagResource'], own)] : []),
    ...(waits ? [allow(waiting, [own[1]!])] : []),
    ...passRole(plan, 'bedrock.amazonaws.com', given.text('RoleArn')),
  ];
}

export const bedrock: Service = {
  invokeModel,
  converse: invokeModel,
  createModelCustomizationJob,
};

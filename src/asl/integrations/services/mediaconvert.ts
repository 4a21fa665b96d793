import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, managedRule, passRole, type Service } from '../call.js';

const ofStepFunctions = { StringEquals: { 'aws:ResourceTag/ManagedByService': 'AWSStepFunctions' } };

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html#mediaconvert-iam */
function createJob({ given, plan, waits }: Call): readonly Statement[] {
  const settings = ['queues', 'jobTemplates', 'presets'].map((type) => arnValue(`mediaconvert:${type}/*`));
  return [
    allow(['mediaconvert:CreateJob'], settings),
    ...passRole(plan, 'mediaconvert.amazonaws.com', given.text('Role')),
    ...(waits
      ? [
          allow(
            ['mediaconvert:GetJob', 'mediaconvert:CancelJob'],
            [arnValue('mediaconvert:jobs/*')],
            ofStepFunctions,
          ),
          managedRule('StepFunctionsGetEventsForMediaConvertJobRule'),
        ]
      : []),
  ];
}

export const mediaconvert: Service = { createJob };

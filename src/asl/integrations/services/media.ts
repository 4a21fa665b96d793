import type { Statement } from '../../statement.js';
import { allow, type Call, type Service } from '../call.js';
import { actionsOf } from '../sdk/actions.js';
import { objectArn, s3Location } from './s3.js';

/** Services that read and write objects of S3 in the name of their caller. */
const call = ({ service, api }: Call): Statement => allow(actionsOf(service, api), ['*']);

/** https://docs.aws.amazon.com/polly/latest/dg/asynchronous-iam.html */
const startSpeechSynthesisTask = (of: Call): readonly Statement[] => {
  const key = [...(of.given.text('OutputS3KeyPrefix') ?? []), '*'];
  return [call(of), allow(['s3:PutObject'], [objectArn(of.given.text('OutputS3BucketName'), key)])];
};

/** https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html */
function startTranscriptionJob(of: Call): readonly Statement[] {
  const { given } = of;
  const media = objectArn(...s3Location(given.text('Media.MediaFileUri')));
  const key = [...(given.text('OutputKey') ?? []), '*'];
  return [
    call(of),
    allow(['s3:GetObject'], [media]),
    ...(given.has('OutputBucketName')
      ? [allow(['s3:PutObject'], [objectArn(given.text('OutputBucketName'), key)])]
      : []),
  ];
}

export const polly: Service = { startSpeechSynthesisTask };
export const transcribe: Service = { startTranscriptionJob };

/** Arguments of Rekognition and Textract that name an object. */
const held = ['Image', 'Video', 'SourceImage', 'TargetImage', 'Document', 'DocumentLocation'];

/** https://docs.aws.amazon.com/rekognition/latest/dg/security_iam_id-based-policy-examples.html */
export function readsObjects({ service, given }: Call): readonly Statement[] {
  if (service !== 'rekognition' && service !== 'textract') return [];
  const objects = held.map((name) => `${name}.S3Object`).filter((name) => given.has(name));
  return objects.map((name) =>
    allow(['s3:GetObject'], [objectArn(given.text(`${name}.Bucket`), given.text(`${name}.Name`))]),
  );
}

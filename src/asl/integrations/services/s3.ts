import type { Json } from '../../../source/document.js';
import type { Statement } from '../../statement.js';
import { arnValue } from '../arn.js';
import { allow, type Call, type Service } from '../call.js';
import { split, type Text, unknown } from '../text.js';

export const bucketArn = (bucket: Text = unknown): Json => arnValue('s3:*', withoutArn(bucket));

export const objectArn = (bucket: Text = unknown, key: Text = unknown): Json =>
  arnValue('s3:*/*', withoutArn(bucket), key);

/** A bucket may be given by its ARN, as access points are; its name stands last in it. */
const withoutArn = (bucket: Text): Text => split(bucket, ':::').at(-1)!;

/** Bucket and key of `s3://bucket/key`. */
export function s3Location(uri: Text = unknown): readonly [bucket: Text, key: Text] {
  const [scheme, , bucket, ...key] = split(uri, '/');
  if (scheme?.join('') !== 's3:' || bucket === undefined) return [unknown, unknown];
  return [bucket, key.flatMap((part, index) => (index === 0 ? part : ['/', ...part]))];
}

const bucket = (call: Call) => bucketArn(call.given.text('Bucket'));
const object = (call: Call) => objectArn(call.given.text('Bucket'), call.given.text('Key'));

/** An older version has permissions of its own: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VersionedObjectPermissions.html */
const onObject =
  (verb: string, subject = '') =>
  (call: Call) => {
    const version = call.given.has('VersionId') ? 'Version' : '';
    return [allow([`s3:${verb}Object${version}${subject}`], [object(call)])];
  };

/** Objects that a manifest lists stand anywhere in its bucket: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html */
function getObject(call: Call): readonly Statement[] {
  const isManifest =
    call.inputType !== undefined && !['CSV', 'JSON', 'JSONL', 'PARQUET'].includes(String(call.inputType));
  return isManifest
    ? [allow(['s3:GetObject'], [objectArn(call.given.text('Bucket'))])]
    : onObject('Get')(call);
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html: tags are copied too. */
function copyObject(call: Call): readonly Statement[] {
  const source = call.given.text('CopySource');
  const [first = unknown, ...more] =
    source === undefined ? [] : split(source, '/').filter((part) => part.length > 0);
  const key = more.flatMap((part, index) => (index === 0 ? part : ['/', ...part]));
  const from = source === undefined || more.length === 0 ? objectArn() : objectArn(first, key.map(asPattern));
  return [
    allow(['s3:GetObject', 's3:GetObjectTagging'], [from]),
    allow(['s3:PutObject', 's3:PutObjectTagging'], [object(call)]),
  ];
}

/** A version is not part of the key, and characters may be written as `%20`. */
const asPattern = (part: Text[number]): Text[number] =>
  typeof part === 'string' ? part.replace(/(\?versionId=|%).*/s, '*') : part;

function deleteObjects({ given }: Call): readonly Statement[] {
  const keys = given.items('Delete.Objects').map((entry) => entry.text('Key'));
  return [
    allow(
      ['s3:DeleteObject'],
      keys.map((key) => objectArn(given.text('Bucket'), key)),
    ),
  ];
}

const list = (action: string) => (call: Call) => [allow([action], [bucket(call)])];

const upload = (call: Call) => [allow(['s3:PutObject'], [object(call)])];

/**
 * A ResultWriter puts large results in parts, and reads those of the iterations.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html#resultwriter-iam-policies
 */
function resultWriter({ given }: Call): readonly Statement[] {
  const key: Text = [...(given.text('Prefix') ?? []), '*'];
  const actions = ['PutObject', 'GetObject', 'ListMultipartUploadParts', 'AbortMultipartUpload'];
  return [
    allow(
      actions.map((action) => `s3:${action}`),
      [objectArn(given.text('Bucket'), key)],
    ),
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html */
export const s3: Service = {
  getObject,
  headObject: onObject('Get'),
  deleteObject: onObject('Delete'),
  getObjectTagging: onObject('Get', 'Tagging'),
  putObjectTagging: onObject('Put', 'Tagging'),
  deleteObjectTagging: onObject('Delete', 'Tagging'),
  selectObjectContent: onObject('Get'),
  putObject: (call) => (call.isResultWriter ? resultWriter(call) : upload(call)),
  createMultipartUpload: upload,
  uploadPart: upload,
  completeMultipartUpload: upload,
  copyObject,
  deleteObjects,
  headBucket: list('s3:ListBucket'),
  listObjects: list('s3:ListBucket'),
  listObjectsV2: list('s3:ListBucket'),
  listObjectVersions: list('s3:ListBucketVersions'),
  listMultipartUploads: list('s3:ListBucketMultipartUploads'),
};

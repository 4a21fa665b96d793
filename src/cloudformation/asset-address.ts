import type { Path } from '../diagnostics/problem.js';
import { isList, objectOr, valueAt } from '../language/json.js';
import type { Json, JsonObject } from '../source/document.js';
import { type AssetProperty, assetProperties } from './asset-properties.js';

/** An object in a bucket. */
export interface Address {
  readonly bucket: string;
  readonly key: string;
  /** The same with `https://`. */
  readonly url: string;
}

/**
 * The address of an object as the property at a pointer of a template takes it:
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html
 */
export function addressAt(template: JsonObject, pointer: Path, { bucket, key, url }: Address): Json {
  switch (propertyAt(template, pointer)?.address) {
    case 'S3Bucket':
      return { S3Bucket: bucket, S3Key: key };
    case 'Bucket':
      return { Bucket: bucket, Key: key };
    case 'https':
      return url;
    case undefined:
      return `s3://${bucket}/${key}`;
  }
}

/** Undefined for properties of SAM's `Globals` and for `AWS::Include`. */
function propertyAt(template: JsonObject, pointer: Path): AssetProperty | undefined {
  const [section, id, properties, ...path] = pointer;
  if (section !== 'Resources' || id === undefined || properties !== 'Properties') return undefined;
  const type = objectOr(valueAt(template, [section, id])).Type;
  return assetProperties[String(type)]?.find(
    (property) =>
      property.path.length === path.length &&
      property.path.every((key, index) => key === '*' || key === path[index]),
  );
}

/** The template with a value put at a pointer. */
export function withValue(value: Json | undefined, [key, ...rest]: Path, put: Json): Json {
  if (key === undefined) return put;
  if (isList(value)) return value.map((item, index) => (index === key ? withValue(item, rest, put) : item));
  const object = objectOr(value);
  return { ...object, [key]: withValue(object[key], rest, put) };
}

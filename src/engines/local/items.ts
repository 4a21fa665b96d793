import { objectOr } from '../../language/json.js';
import type { Json } from '../../source/document.js';
import type { Items } from './interpreter/run.js';
import { type Mocks, objectIn, objectsIn } from './mocks/mocks.js';
import { localArn } from './names.js';
import { advice } from './values.js';

/** The objects that Distributed Maps read, as mocks say them. What they write is kept nowhere. */
export const createItems = (mocks: Mocks): Items => ({
  read: async (resource, given) => {
    const { Bucket: bucket, Key: key, Prefix: prefix = '' } = objectOr(given);
    if (resource.endsWith(':listObjectsV2')) return objectsIn(mocks, String(bucket), String(prefix));
    const found = objectIn(mocks, String(bucket), String(key));
    if (found !== undefined) return found;
    throw new Error(`there is no object ${bucket}/${key}; ${advice('document', `${bucket}/${key}`)}`);
  },
  // https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
  write: async (_resource, given): Promise<Json> => {
    const { Bucket: bucket = '', Prefix: prefix = '' } = objectOr(given);
    return {
      MapRunArn: localArn('states', 'mapRun:local'),
      ResultWriterDetails: { Bucket: bucket, Key: `${prefix}/manifest.json` },
    };
  },
});

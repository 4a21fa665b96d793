import { blobKey, environmentsPrefix, jobsPrefix, manifestKey } from '../../environment/keys.js';
import { storeArn, storedArn } from '../arns.js';
import { allow, type Statement } from '../policy.js';
import { environment } from './own.js';

const own = `${environmentsPrefix}${environment}/`;

/** Objects of the environment, by the folder that they are in. */
export const inEnvironment = (...folders: readonly string[]): readonly string[] =>
  folders.map((folder) => storedArn(`${own}${folder}/*`));

export const everything: string = storedArn(`${own}*`);
export const versions: readonly string[] = [blobKey('*'), manifestKey('*', '*')].map(storedArn);
export const jobs: string = storedArn(`${jobsPrefix(environment)}*`);

/**
 * Keys, in the whole store: a reader who may not list is told of an object that is not there that he may not read it, and
 * then S3 knows no prefix to compare.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export const keys: Statement = allow('s3:ListBucket', storeArn);

import { ListObjectsV2Command, type ListObjectsV2Output } from '@aws-sdk/client-s3';
import { ask, type Bucket } from './ask.js';

/** All pages of a listing, one after the other: S3 lists keys in the order of their UTF-8 bytes. */
async function listing<T>(
  bucket: Bucket,
  asked: { readonly Prefix: string; readonly Delimiter?: '/' },
  take: (page: ListObjectsV2Output) => readonly T[],
): Promise<readonly T[]> {
  const found: T[] = [];
  const about = { action: 's3:ListBucket', key: asked.Prefix } as const;
  let token: string | undefined;
  do {
    const input = { Bucket: bucket.name, ...asked, ...(token !== undefined && { ContinuationToken: token }) };
    const page = await ask(bucket, about, () => bucket.client.send(new ListObjectsV2Command(input)));
    if (typeof page === 'string') break;
    found.push(...take(page));
    token = page.NextContinuationToken;
  } while (token !== undefined);
  return found;
}

export const listKeys = (bucket: Bucket, prefix: string): Promise<readonly string[]> =>
  listing(bucket, { Prefix: prefix }, ({ Contents = [] }) => Contents.map(({ Key }) => Key!));

/** What stands between a prefix and the next `/` in keys. */
export const listFolders = (bucket: Bucket, prefix: string): Promise<readonly string[]> =>
  listing(bucket, { Prefix: prefix, Delimiter: '/' }, ({ CommonPrefixes = [] }) =>
    CommonPrefixes.map(({ Prefix }) => Prefix!.slice(prefix.length, -1)),
  );

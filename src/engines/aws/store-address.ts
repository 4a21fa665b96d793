import type { StoreAddress } from '../../ports/stacks.js';

/**
 * Where S3 is when it is not in AWS: an emulator, which finds a bucket in the path rather than in the name of the host.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export const s3Endpoint = (): string | undefined =>
  process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;

/** How CloudFormation is told where a store is: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html */
export function storeAddress(bucket: string, region: string): StoreAddress {
  const endpoint = s3Endpoint();
  if (endpoint !== undefined) return { bucket, url: `${endpoint.replace(/\/$/, '')}/${bucket}` };
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { bucket, url: `https://${bucket}.s3.${region}.${domain}` };
}

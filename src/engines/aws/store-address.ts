import type { StoreAddress } from '../../ports/stacks.js';

/**
 * How CloudFormation is told where a store is: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 * An emulator finds the bucket in the path.
 */
export function storeAddress(bucket: string, region: string): StoreAddress {
  const elsewhere = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL;
  if (elsewhere !== undefined) return { bucket, url: `${elsewhere.replace(/\/$/, '')}/${bucket}` };
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return { bucket, url: `https://${bucket}.s3.${region}.${domain}` };
}

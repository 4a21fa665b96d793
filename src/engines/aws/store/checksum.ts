import { hash } from 'node:crypto';

/** What S3 compares bytes with: https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html */
export const checksum = (bytes: Buffer): string => hash('sha256', bytes, 'base64');

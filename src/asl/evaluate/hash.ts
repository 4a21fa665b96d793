import { createHash } from 'node:crypto';

/** The algorithms of Step Functions, and what Node calls them. */
const algorithms: { readonly [name: string]: string } = {
  MD5: 'md5',
  'SHA-1': 'sha1',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
};

/** The digest in hexadecimal digits; undefined for an algorithm that is not there. */
export function hashOf(text: string, algorithm: string): string | undefined {
  const name = Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm] : undefined;
  return name === undefined ? undefined : createHash(name).update(text).digest('hex');
}

/** An object as it was read, with the tag that `putIfMatch` compares. */
export interface StoredObject {
  readonly body: Buffer;
  readonly tag: string;
}

/** What is put: bytes, or a file whose bytes are copied without being held in memory. */
export type Body = Buffer | { readonly file: string };

/**
 * Objects by key, with the conditional writes of S3:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 * An object is there whole or not at all, and what was written is read by everyone at once.
 */
export interface ObjectStore {
  /** Undefined when there is none of that key. */
  readonly get: (key: string) => Promise<StoredObject | undefined>;
  readonly has: (key: string) => Promise<boolean>;
  /** Copies an object into a file that is not there yet; false when there is no such object. */
  readonly download: (key: string, file: string) => Promise<boolean>;
  /** All keys that begin with the prefix, in the order of their UTF-8 bytes. */
  readonly list: (prefix: string) => Promise<readonly string[]>;
  /**
   * What follows a prefix, which ends with `/` or is empty, in longer keys, up to the next `/`; in the same order. As with a
   * delimiter in S3, it takes as long as there are names, however many keys: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html
   */
  readonly folders: (prefix: string) => Promise<readonly string[]>;
  /**
   * False when there is an object of that key already, which stays as it is. `onSent` is told of bytes on their way where
   * that takes time; what it throws ends it.
   */
  readonly putIfAbsent: (key: string, body: Body, onSent?: (bytes: number) => void) => Promise<boolean>;
  /** False when the object is not the one of the tag any more. */
  readonly putIfMatch: (key: string, body: Buffer, tag: string) => Promise<boolean>;
  /** Succeeds when there is none. */
  readonly delete: (key: string) => Promise<void>;
}

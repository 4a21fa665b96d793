import { hash } from 'node:crypto';
import type { Path } from '../diagnostics/problem.js';
import type { Concurrency } from '../language/values.js';
import type { Json, JsonObject } from '../source/document.js';
import { canonical } from './canonical.js';

/** What a distribution says about itself, from the plan. */
export interface ManifestHeader {
  readonly name: string;
  readonly version: string;
  readonly description?: string | undefined;
  readonly tags?: { readonly [key: string]: string } | undefined;
  /** Names of other distributions with the range of their versions. */
  readonly dependencies: { readonly [name: string]: string };
  /** As the plan declares them. */
  readonly parameters: JsonObject;
  /** A payload template of Amazon States Language, over the payload at the end of a deployment. */
  readonly outputs?: JsonObject | undefined;
  /** What a deployment does while another one runs: `queue`, `reject` or `replace`. */
  readonly concurrency?: Concurrency | undefined;
  /** The commit of the source, when it was built in a Git repository. */
  readonly commit?: string | undefined;
  /** Name and version of what built it, e.g. `plancc 0.1.0`. */
  readonly compiler: string;
}

export interface ManifestFile {
  /** Name of the entry in the zip. */
  readonly path: string;
  readonly size: number;
  /** Of the uncompressed bytes, in lower-case hexadecimal digits. */
  readonly sha256: string;
  readonly mode: Mode;
}

/** Executable or not. */
export type Mode = '0644' | '0755';

/** What a template wants in a bucket: the entry of the distribution that goes there, and the place of its address. */
export interface ManifestAsset {
  /** Relative to the project's root: the template is the entry `files/<template>`. */
  readonly template: string;
  readonly pointer: Path;
  /** Name of the entry. */
  readonly path: string;
}

export interface Manifest extends ManifestHeader {
  readonly format: 1;
  /** Every entry of the zip but the manifest, in the zip's order. */
  readonly files: readonly ManifestFile[];
  readonly assets: readonly ManifestAsset[];
}

export const manifestName = 'manifest.json';

/**
 * The bytes of `manifest.json`: its canonical JSON (RFC 8785), nothing before or after it. They are what the id is
 * the digest of, so `unzip -p webshop-1.4.0.zip manifest.json | sha256sum` tells it without plancc.
 */
export const manifestBytes = (manifest: Manifest): Buffer =>
  Buffer.from(canonical(manifest as unknown as Json));

/** A distribution's id: SHA-256 of the bytes of its manifest, in lower-case hexadecimal digits. */
export const distributionId = (bytes: Buffer): string => hash('sha256', bytes);

export const modeText = (mode: number): string => mode.toString(8).padStart(4, '0');

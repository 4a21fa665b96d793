import { planParts } from '../language/plan-parts.js';
import { concurrency, planName, version } from '../language/values.js';
import type { Json, JsonObject } from '../source/document.js';
import { canonical } from './canonical.js';
import type { Manifest } from './manifest.js';
import { unsafeName } from './names.js';

/** What the bytes of a manifest hold: the manifest, its other format, or what is wrong with it. */
export type ReadManifest =
  | { readonly manifest: Manifest }
  | { readonly otherFormat: string }
  | { readonly reason: string };

/** Reads `manifest.json`. Keys that are not known are kept: they are part of what the id stands for. */
export function parseManifest(bytes: Buffer): ReadManifest {
  const text = bytes.toString('utf8');
  let value: Json;
  try {
    value = JSON.parse(text);
    if (canonical(value) !== text) return { reason: 'is not in canonical form (RFC 8785)' };
  } catch (error) {
    return { reason: error instanceof RangeError ? 'is nested too deeply' : 'is not JSON' };
  }
  if (!isObject(value)) return { reason: 'is not an object' };
  if (value.format !== 1) return { otherFormat: JSON.stringify(value.format) ?? 'none' };
  const wrong = shape.find(([key, holds]) => !holds(value[key]));
  if (wrong !== undefined) return { reason: `has no valid \`${wrong[0]}\`` };
  const manifest = value as unknown as Manifest;
  const paths = new Set(manifest.files.map(({ path }) => path));
  const missing = planParts.find((path) => !paths.has(path));
  if (missing !== undefined) return { reason: `does not list \`${missing}\`` };
  const lost = manifest.assets.find(({ path }) => !paths.has(path));
  return lost === undefined
    ? { manifest }
    : { reason: `names the asset \`${lost.path}\`, which is not there` };
}

type Test = (value: Json | undefined) => boolean;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Test = (value) => typeof value === 'string';
const matches = ({ pattern }: { readonly pattern: string }): Test => {
  const expression = new RegExp(pattern);
  return (value) => typeof value === 'string' && expression.test(value);
};
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const mapOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test);

const isFile: Test = (value) =>
  isObject(value) &&
  typeof value.path === 'string' &&
  unsafeName(value.path) === undefined &&
  Number.isSafeInteger(value.size) &&
  (value.size as number) >= 0 &&
  typeof value.sha256 === 'string' &&
  /^[0-9a-f]{64}$/.test(value.sha256) &&
  (value.mode === '0644' || value.mode === '0755');

const isAsset: Test = (value) =>
  isObject(value) &&
  isText(value.template) &&
  isText(value.path) &&
  listOf((key) => typeof key === 'string' || Number.isInteger(key))(value.pointer);

const shape: readonly (readonly [string, Test])[] = [
  ['name', matches(planName)],
  ['version', matches(version)],
  ['description', optional(isText)],
  ['tags', optional(mapOf(isText))],
  ['dependencies', mapOf(isText)],
  ['parameters', mapOf(isObject)],
  ['outputs', optional(isObject)],
  ['concurrency', optional((value) => concurrency.enum.some((policy) => policy === value))],
  ['commit', optional(isText)],
  ['compiler', isText],
  ['files', listOf(isFile)],
  ['assets', listOf(isAsset)],
];

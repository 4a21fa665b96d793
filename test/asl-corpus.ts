import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '../src/source/document.js';

const folder = process.env.PLANCC_ASL_CORPUS;

/** Definitions that AWS accepted, as plans; undefined when `PLANCC_ASL_CORPUS` names no corpus. */
export function corpusPlans(): readonly { readonly file: string; readonly plan: JsonObject }[] | undefined {
  if (folder === undefined || folder === '') return undefined;
  const files = readdirSync(join(folder, 'valid'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.json'))
    .map((file) => {
      const { Version, ...definition } = JSON.parse(readFileSync(join(folder, 'valid', file), 'utf8'));
      return { file, plan: { Name: 'corpus', Version: '1.0.0', ...definition } };
    });
}

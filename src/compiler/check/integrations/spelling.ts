import type { Services } from '../../../asl/integrations/sdk/services.js';
import { nearest } from '../../../diagnostics/suggest.js';

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The name that differs in nothing but case and hyphens. */
export const sameLetters = (written: string, names: readonly string[]): string | undefined =>
  names.find((name) => plain(name) === plain(written));

/**
 * The service that must have been meant. AWS adds services, some of whose names are near to those of others (`connect` and
 * `qconnect`, `wafv2` and `wafv3`): none of these may be taken for a mistake.
 */
export function meantService(written: string, names: readonly string[], shortest = 6): string | undefined {
  const near = written.length < shortest ? undefined : nearest(written, names, 1);
  const isVersion = near !== undefined && near.replace(/\d/g, '') === written.replace(/\d/g, '');
  const isPart = near !== undefined && (written.includes(near) || near.includes(written));
  return sameLetters(written, names) ?? (isVersion || isPart ? undefined : near);
}

/**
 * The API that must have been meant. AWS adds APIs too, but makes their names of words that it has used before: only a
 * word that no API and no parameter has is a misspelt one.
 */
export function meantApi(written: string, names: readonly string[], services: Services): string | undefined {
  const same = names.find((name) => name.toLowerCase() === written.toLowerCase());
  if (same !== undefined) return same;
  const words = written.match(/[A-Z]?[a-z]+/g) ?? [];
  const misspelt = words.some((word) => !formsOf(word).some((form) => services.hasWord(form)));
  return misspelt ? nearest(written, names, 2) : undefined;
}

/** A word as it may have been used before: `Exports` for `Export`, `label` for `unlabel`. */
const formsOf = (word: string): readonly string[] =>
  [word, `${word}s`, word.replace(/s$/, ''), word.replace(/^(un|re|dis)/i, '')].filter(
    (form) => form.length > 1,
  );

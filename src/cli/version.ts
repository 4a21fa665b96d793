import manifest from '../../package.json' with { type: 'json' };

/** What the bundle was made from, `20be215, 2026-11-23`; put in its place by scripts/build.ts. */
declare const BUILT_FROM: string | undefined;

/** The version of plancc. */
export const version: string = manifest.version;

/** The same for people: `0.1.0 (20be215, 2026-11-23)`, without the commit where that is not known. */
export const fullVersion = (): string =>
  typeof BUILT_FROM === 'string' ? `${version} (${BUILT_FROM})` : version;

import manifest from '../../package.json' with { type: 'json' };

/** Where a file of this version's package can be read by everyone. */
export const address = (path: string): string => `https://unpkg.com/plancc@${manifest.version}/${path}`;

import manifest from '../../package.json' with { type: 'json' };

/** The version of plancc. */
export const version: string = manifest.version;

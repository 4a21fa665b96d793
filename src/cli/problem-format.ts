import type { Option } from './command.js';

export const problemFormats = ['pretty', 'json', 'sarif', 'github'] as const;
export type ProblemFormat = (typeof problemFormats)[number];

/** The options by which a command asks how problems are to be written. */
export const formatOptions = {
  format: {
    type: 'string',
    value: 'format',
    choices: problemFormats,
    describe:
      'How to write problems: json and sarif are for programs, github is for GitHub Actions and the default there',
  },
  json: {
    type: 'boolean',
    excludes: ['format'],
    describe: 'Short for --format json: write the result as JSON',
  },
} as const satisfies { readonly [name: string]: Option };

/** Adds to a command's options which format they mean. Without any, GitHub Actions gets its own. */
export function withFormat<O extends { readonly json: boolean; readonly format: string | undefined }>(
  options: O,
) {
  const asked = options.json ? 'json' : problemFormats.find((format) => format === options.format);
  const problemFormat = asked ?? (process.env.GITHUB_ACTIONS === 'true' ? 'github' : 'pretty');
  return { ...options, problemFormat, json: problemFormat === 'json' } as const;
}

/** A length of time as people write it. */
export const duration = {
  type: 'string',
  pattern: '^[1-9][0-9]{0,5}[smh]$',
  expected: 'a duration such as 90s, 10m or 1h',
} as const;

const units: { readonly [unit: string]: number } = { s: 1, m: 60, h: 3600 };

/** The seconds of a duration. */
export const secondsIn = (text: string): number =>
  Number.parseFloat(text) * (units[text.slice(-1)] ?? Number.NaN);

const units: { readonly [unit: string]: number } = { s: 1000, m: 60_000, h: 3_600_000 };

/** How long a runner stays when there is nothing to do and its plan does not say. */
export const usualIdleTimeout = '10m';

/** The milliseconds of a duration such as `90s`, `10m` or `1h`. */
export const idleMilliseconds = (text: string): number =>
  Number.parseFloat(text) * (units[text.slice(-1)] ?? Number.NaN);

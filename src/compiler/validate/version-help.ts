import type { Json } from '../../source/document.js';

/** `1.0` and `v1.2.3` as the semantic version that must have been meant. */
export function versionMeant(value: Json | undefined, text: string): string | undefined {
  const given = typeof value === 'number' ? text : String(value);
  const numbers = /^v?0*(\d+)(?:[.-]0*(\d+))?(?:[.-]0*(\d+))?$/.exec(given);
  if (numbers === null) return undefined;
  const [, major, minor = '0', patch = '0'] = numbers;
  return `${major}.${minor}.${patch}`;
}

/** What to do about a version that is none. */
export function versionHelp(value: Json | undefined, text: string): string {
  const given = typeof value === 'number' ? text : String(value);
  const whole = versionMeant(value, text);
  if (whole === undefined)
    return 'write three numbers, such as 1.4.0; a pre-release may follow behind a hyphen';
  if (whole === given) return `no number in it may be larger than ${Number.MAX_SAFE_INTEGER}`;
  return given === '1.0'
    ? `write ${whole}: it is the version of this plan, not of the Amazon States Language`
    : `write ${whole}`;
}

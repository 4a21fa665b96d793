import type { Json } from '../../../source/document.js';
import { hashOf } from '../hash.js';
import { refuse } from './refused.js';

/** https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const longest = 10_000;

function checked(text: string): string {
  if (text.length > longest) refuse(`the text has more than ${longest} characters`);
  return text;
}

export const encode = (text: string): Json => Buffer.from(checked(text)).toString('base64');

export function decode(text: string): Json {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(checked(text)))
    refuse('the text is not Base64');
  return Buffer.from(text, 'base64').toString();
}

export function hash(text: Json, algorithm: string): Json {
  if (typeof text !== 'string') refuse(`argument 1 is not text: ${JSON.stringify(text)}`);
  return hashOf(checked(text), algorithm) ?? refuse(`there is no algorithm '${algorithm}'`);
}

/** Splits at each of the characters; there are no empty parts. */
export function split(text: string, characters: string): Json {
  const parts = [''];
  for (const character of text)
    if (characters.includes(character)) parts.push('');
    else parts[parts.length - 1] += character;
  return parts.filter((part) => part !== '');
}

/** Nothing but spaces is `null`. */
export function parseJson(text: string): Json {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse(`the text is not JSON: ${text}`);
  }
}

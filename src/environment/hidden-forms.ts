/** A shorter text would hide half of a log, and can be guessed anyway. */
const shortest = 4;

/**
 * The texts under which secrets could come to light: as they are, each line of one that has several, and as JSON, URLs
 * and base64 write them. What is shorter than four characters is not among them.
 */
export const hiddenForms = (secrets: readonly string[]): readonly string[] => [
  ...new Set(
    secrets
      .flatMap((secret) => [secret, ...secret.split(/\r?\n/)])
      .filter((secret) => secret.length >= shortest)
      .flatMap(formsOf)
      .filter((form) => form.length >= shortest),
  ),
];

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  const url = encodeURIComponent(bytes.toString());
  const base64 = [0, 1, 2].map((offset) => inBase64(bytes, offset));
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    url,
    new URLSearchParams([['', secret]]).toString().slice('='.length),
    // As RFC 3986 asks: https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/encodeURIComponent#encoding_for_rfc3986
    url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
}

/** Those characters of a text in base64 that stand for nothing but these bytes, which begin at an offset in it. */
function inBase64(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
  return text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}

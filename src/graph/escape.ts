import { plainLines } from '../diagnostics/formats/text.js';

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text as XML and HTML take it, between tags and in quotes: without characters that XML has no way to write
 * (https://www.w3.org/TR/xml/#charsets) or that turn the direction of writing.
 */
export const escaped = (text: string): string =>
  plainLines(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (character) => entities[character]!);

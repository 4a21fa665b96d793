import { colours, dark, forms, light, type Scheme } from '../svg/style.js';

/** Colours of the page around the picture. */
const variables = ({ grounds: [ground, raised], frame, name, small, error, tones }: Scheme): string =>
  Object.entries({ ground, raised, frame, name, small, error, accent: tones.blue[1], tint: tones.blue[0] })
    .map(([key, value]) => `--${key}:${value}`)
    .join(';');

const scheme = (given: Scheme, root: string, kind: 'light' | 'dark'): string =>
  `${root}{color-scheme:${kind};${variables(given)}}${colours(given, `${root} `)}`;

/** Light, and dark where the system or the reader wants it; paper is always light. */
export const schemes = [
  forms,
  scheme(light, ':root', 'light'),
  `@media screen and (prefers-color-scheme:dark){${scheme(dark, ':root:not([data-theme=light])', 'dark')}}`,
  `@media screen{${scheme(dark, ':root[data-theme=dark]', 'dark')}}`,
].join('');

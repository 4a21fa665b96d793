import type { Tone } from '../look.js';

/** Colours of one scheme. */
export interface Scheme {
  /** What is behind everything, and behind every second level of groups. */
  readonly grounds: readonly [string, string];
  readonly frame: string;
  readonly name: string;
  readonly small: string;
  readonly line: string;
  readonly error: string;
  readonly tones: { readonly [tone in Tone]: readonly [fill: string, line: string] };
  readonly icon: string;
}

// Text has a contrast of 4.5 to 1 or more with what is behind it: https://www.w3.org/TR/WCAG22/#contrast-minimum
export const light: Scheme = {
  grounds: ['#ffffff', '#f3f5f8'],
  frame: '#b4bdc9',
  name: '#1b2330',
  small: '#4c5766',
  line: '#687385',
  error: '#b42318',
  icon: '#ffffff',
  tones: {
    blue: ['#eef5ff', '#1d5fd1'],
    violet: ['#f5f0ff', '#6f42d6'],
    cyan: ['#e9f8fc', '#0a7088'],
    teal: ['#e8f8f4', '#0b7562'],
    amber: ['#fff8e5', '#8f5a00'],
    orange: ['#fff3ea', '#b84a0c'],
    indigo: ['#eff1ff', '#4553cf'],
    slate: ['#f8fafc', '#566273'],
    pink: ['#fff0f6', '#b83280'],
    green: ['#ebf9ee', '#1e7a36'],
    red: ['#fff0ef', '#c0271b'],
  },
};

export const dark: Scheme = {
  grounds: ['#0f141b', '#171e28'],
  frame: '#3d4a5c',
  name: '#f1f5fa',
  small: '#b1bccb',
  line: '#8794a7',
  error: '#ff938a',
  icon: '#0f141b',
  tones: {
    blue: ['#12233f', '#6ea8fe'],
    violet: ['#231b3f', '#b294ff'],
    cyan: ['#0d2932', '#4fc6e0'],
    teal: ['#0d2b27', '#4cd0b5'],
    amber: ['#2e230b', '#f0b84b'],
    orange: ['#331d0f', '#ff9d66'],
    indigo: ['#1a1f45', '#98a4ff'],
    slate: ['#1c2431', '#9aa8bb'],
    pink: ['#33152a', '#ff8cc6'],
    green: ['#10291a', '#62cf82'],
    red: ['#341717', '#ff8b81'],
  },
};

/** What is the same in all schemes. */
export const forms = [
  'text{font-family:"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif}',
  `.name{font-size:14px;font-weight:600}.small{font-size:12px}.when{font-style:italic}`,
  '.box{stroke-width:1.5;stroke-linejoin:round}.frame{stroke-dasharray:2 3}',
  '.icon{fill:none;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}',
  '.line{fill:none;stroke-width:1.5}.skip .line,.catch .line{stroke-dasharray:5 4}',
].join('');

/** What a ground is the colour of: the whole, groups, frames of branches, and what is behind labels. */
const backs = ['.whole', ' .box', ' .frame', ' .behind'];

/** Colours of a scheme as CSS rules, all below a selector that may be empty. Plain values: not every viewer knows variables. */
export function colours(scheme: Scheme, below = ''): string {
  const { grounds, frame, name, small, line, error, icon, tones } = scheme;
  const rules: readonly (readonly [selector: string, declarations: string])[] = [
    ['.name', `fill:${name}`],
    ['.small', `fill:${small}`],
    ['.line', `stroke:${line}`],
    ['.head', `fill:${line}`],
    ['.catch .line', `stroke:${error}`],
    ['.catch .head,.catch .small', `fill:${error}`],
    ['.icon', `stroke:${icon}`],
    ['.mark .box,.jump .box', `fill:${grounds[1]};stroke:${line}`],
    ...Object.entries(tones).flatMap(([tone, [fill, stroke]]) => [
      [`.${tone} .box`, `fill:${fill};stroke:${stroke}`] as const,
      [`.${tone} .tile`, `fill:${stroke}`] as const,
    ]),
    ...grounds.map(
      (ground, index) => [backs.map((back) => `.g${index}${back}`).join(), `fill:${ground}`] as const,
    ),
    ['.frame', `stroke:${frame}`],
  ];
  const selected = (selector: string) =>
    selector
      .split(',')
      .map((one) => `${below}${one}`)
      .join(',');
  return rules.map(([selector, declarations]) => `${selected(selector)}{${declarations}}`).join('');
}

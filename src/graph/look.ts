/** Outlines of states, so that colour is never the only sign. */
export type Shape = 'plain' | 'stack' | 'bars' | 'octagon' | 'hexagon' | 'slanted' | 'pill' | 'note';

export type Tone =
  | 'blue'
  | 'violet'
  | 'cyan'
  | 'teal'
  | 'amber'
  | 'orange'
  | 'indigo'
  | 'slate'
  | 'pink'
  | 'green'
  | 'red';

export interface Look {
  readonly shape: Shape;
  readonly tone: Tone;
  /** Lines on a field of 24 by 24. */
  readonly icon: string;
}

/** How states of each type look. */
export const looks: { readonly [type: string]: Look } = {
  cfn: {
    shape: 'stack',
    tone: 'blue',
    icon: 'M12 4 20 8.5 12 13 4 8.5ZM4 12.5l8 4.5 8-4.5M4 16.5l8 4.5 8-4.5',
  },
  cdk: {
    shape: 'stack',
    tone: 'violet',
    icon: 'M12 3l8 4.5v9L12 21l-8-4.5v-9ZM4.5 7.8 12 12l7.5-4.2M12 12v9',
  },
  sam: { shape: 'stack', tone: 'cyan', icon: 'M13.5 3 5 13.5h6L10 21l9-11h-6.5Z' },
  runner: { shape: 'bars', tone: 'teal', icon: 'M5 6.5l5.5 5.5L5 17.5M13 18h6.5' },
  approval: {
    shape: 'octagon',
    tone: 'amber',
    icon: 'M10.5 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM3.5 20c0-3 2.5-5 6-5 1 0 1.8.2 2.5.5M14 18.5l2.5 2.5 4.5-5',
  },
  lambda: { shape: 'plain', tone: 'orange', icon: 'M7 4h3.5l7 16M12 9.5 6.5 20' },
  import: { shape: 'note', tone: 'indigo', icon: 'M12 3.5v11M7.5 10.5 12 15l4.5-4.5M4 15.5V20h16v-4.5' },
  Task: {
    shape: 'plain',
    tone: 'slate',
    icon: 'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2',
  },
  Pass: { shape: 'plain', tone: 'slate', icon: 'M4 12h15M13 6l6 6-6 6' },
  Wait: { shape: 'slanted', tone: 'slate', icon: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.5l3 2' },
  Choice: {
    shape: 'hexagon',
    tone: 'pink',
    icon: 'M12 3.5v5.5M12 9c0 5-6 4-6 10.5M12 9c0 5 6 4 6 10.5M3.5 17 6 19.5 8.5 17M15.5 17l2.5 2.5 2.5-2.5',
  },
  Succeed: { shape: 'pill', tone: 'green', icon: 'M5 12.5l5 5 9-11' },
  Fail: { shape: 'pill', tone: 'red', icon: 'M6 6l12 12M18 6 6 18' },
  Parallel: { shape: 'plain', tone: 'slate', icon: 'M7 4v16M12 4v16M17 4v16' },
  Map: { shape: 'plain', tone: 'slate', icon: 'M4 5h4v4H4ZM4 15h4v4H4ZM12 7h8M12 17h8' },
};

const unknown: Look = {
  shape: 'plain',
  tone: 'slate',
  icon: 'M8 9a4 4 0 1 1 5.5 3.7c-1 .5-1.5 1-1.5 2.3M12 18.5v.5',
};

export const lookOf = (type: string): Look => (Object.hasOwn(looks, type) ? looks[type]! : unknown);

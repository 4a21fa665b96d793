import type { Shape } from '../look.js';

/** Outlines on a field of a width and height, as data of a path. What is drawn first lies behind. */
export function outlines(shape: Shape, w: number, h: number): readonly string[] {
  switch (shape) {
    case 'plain':
      return [rounded(0, 0, w, h, 8)];
    case 'stack':
      return [rounded(4, 4, w, h, 8), rounded(0, 0, w - 4, h - 4, 8)];
    case 'bars':
      return [rounded(0, 0, w, h, 4), `M8 0V${h}M${w - 8} 0V${h}`];
    case 'octagon':
      return [
        polygon([12, 0], [w - 12, 0], [w, 12], [w, h - 12], [w - 12, h], [12, h], [0, h - 12], [0, 12]),
      ];
    case 'hexagon':
      return [polygon([16, 0], [w - 16, 0], [w, h / 2], [w - 16, h], [16, h], [0, h / 2])];
    case 'slanted':
      return [polygon([12, 0], [w, 0], [w - 12, h], [0, h])];
    case 'pill':
      return [rounded(0, 0, w, h, h / 2)];
    case 'note':
      return [polygon([0, 0], [w - 14, 0], [w, 14], [w, h], [0, h]), `M${w - 14} 0V14H${w}`];
  }
}

const polygon = (...points: readonly (readonly [x: number, y: number])[]): string =>
  `M${points.map((point) => point.join(' ')).join('L')}Z`;

function rounded(left: number, top: number, right: number, bottom: number, r: number): string {
  const corner = (x: number, y: number) => `a${r} ${r} 0 0 1 ${x} ${y}`;
  return [
    `M${left + r} ${top}H${right - r}${corner(r, r)}`,
    `V${bottom - r}${corner(-r, r)}`,
    `H${left + r}${corner(-r, -r)}`,
    `V${top + r}${corner(r, -r)}Z`,
  ].join('');
}

import type { StatePlace } from './news.js';

/** `Probe`, and of an iteration `Probe[0]`. */
export const labelOf = ({ state, iteration }: StatePlace): string =>
  state + iteration.map((index) => `[${index}]`).join('');

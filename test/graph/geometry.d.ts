/** What is wrong with a picture as it was drawn, as sentences. Runs in a browser. */
export function faults(root: unknown): readonly string[];
/** Texts of a picture with their contrast to what is behind them. Runs in a browser. */
export function contrasts(
  root: unknown,
): readonly { readonly text: string; readonly ratio: number; readonly colours: string }[];

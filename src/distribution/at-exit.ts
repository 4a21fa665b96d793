/**
 * Has `clean` run when the process exits before the function that is given back is called: on a second Ctrl-C, say.
 * What was asked for last runs first.
 */
export function atExit(clean: () => void): () => void {
  process.prependListener('exit', clean);
  return () => process.off('exit', clean);
}

export interface Progress {
  readonly bytes: number;
  readonly totalBytes: number;
  readonly files: number;
  readonly totalFiles: number;
}

/** Adds up work on things of known sizes, and reports every step. */
export function countProgress(
  work: readonly { readonly size: number }[],
  onProgress: (done: Progress) => void,
): (bytes: number, endsFile: boolean) => void {
  const totalBytes = work.reduce((sum, { size }) => sum + size, 0);
  const totalFiles = work.length;
  let bytes = 0;
  let files = 0;
  return (more, endsFile) => {
    bytes += more;
    if (endsFile) files++;
    onProgress({ bytes, totalBytes, files, totalFiles });
  };
}

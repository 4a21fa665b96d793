/** Why the system refused, in words for those that users meet, else as the system says it. */
export function systemReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

/** Whether an error comes from the operating system, and so is not a fault of plancc. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'syscall' in error;

export const isDiskFull = (error: unknown): boolean => codeIn(error, 'ENOSPC', 'EDQUOT');
export const isDenied = (error: unknown): boolean => codeIn(error, 'EACCES', 'EPERM');

const codeIn = (error: unknown, ...codes: readonly string[]): boolean =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

const reasons: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'it exists and is not a folder',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports an error',
};

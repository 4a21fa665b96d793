/** What an intrinsic function does not take, in words that follow "had the following error: ". */
export class Refused extends Error {}

export function refuse(reason: string): never {
  throw new Refused(reason);
}

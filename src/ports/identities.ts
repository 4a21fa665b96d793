/** Who people and programs are. */
export interface Identities {
  /** Whether the one who did something, as an `Act` says it, is meant by a principal that an author named. */
  readonly is: (by: string, principal: string) => Promise<boolean>;
  /** Whether two who did something have to be taken for one person. */
  readonly isSame: (by: string, other: string) => boolean;
}

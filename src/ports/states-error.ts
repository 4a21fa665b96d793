/** An error with a name that `Retry` and `Catch` compare: https://states-language.net/spec.html#errors */
export class StatesError extends Error {
  override readonly name: string;

  constructor(name: string, cause: string) {
    super(cause);
    this.name = name;
  }
}

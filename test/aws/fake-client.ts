/** What stands for a client of the SDK: answers by the name of the command. Notes what it was asked. */
export function fakeClient(answers: {
  readonly [command: string]: (input: never, count: number) => unknown;
}) {
  const calls: (readonly [command: string, input: object])[] = [];
  const send = async (command: {
    readonly constructor: { readonly name: string };
    readonly input: object;
  }) => {
    const name = command.constructor.name.replace(/Command$/, '');
    calls.push([name, command.input]);
    const answer = answers[name];
    if (answer === undefined) throw new Error(`nobody expected ${name}`);
    return answer(command.input as never, calls.filter(([other]) => other === name).length);
  };
  return { client: { send } as never, calls };
}

/** An answer: what a service throws. */
export const refusing =
  (name: string, message = '') =>
  (): never => {
    throw Object.assign(new Error(message), { name });
  };

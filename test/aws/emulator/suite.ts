import { suite } from 'uvu';
import { type Emulator, hasEmulator, type Options, startEmulator } from './index.js';
import { keepRecords } from './records.js';

type Test = (emulator: Emulator) => void | Promise<void>;

/** Tests that share an emulator, which is started for them; where there is none they are skipped. */
export function onEmulator(name: string, options: Options = {}) {
  const tests = suite<{ emulator: Emulator }>(name);
  const isThere = hasEmulator();
  if (isThere) {
    tests.before(async (context) => {
      context.emulator = await startEmulator(options);
    });
    tests.after(({ emulator }) => {
      keepRecords(emulator);
      return emulator.stop();
    });
  }
  return {
    test: (title: string, test: Test) =>
      (isThere ? tests : tests.skip)(title, ({ emulator }) => test(emulator)),
    run: () => tests.run(),
  };
}

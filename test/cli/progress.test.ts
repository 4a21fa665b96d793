import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { showProgress, size } from '../../src/cli/progress.js';

const progress = suite('progress');

/** A display with a clock of its own and a record of what it wrote. */
function display(live: boolean, columns = 80, signal?: AbortSignal) {
  let time = 0;
  const written: string[] = [];
  const stream = {
    write: (text: string | Buffer) => void written.push(String(text)),
    isTerminal: () => live,
    colour: () => false,
    live: () => live,
    columns: () => (live ? columns : undefined),
    rows: () => undefined,
  };
  const shown = showProgress('packing', stream, signal, () => time);
  return {
    written,
    end: shown.end,
    at: (milliseconds: number, bytes: number) => {
      time = milliseconds;
      shown.update({ bytes, totalBytes: 1_000_000 });
    },
  };
}

progress('work shorter than a tenth of a second shows nothing', () => {
  for (const live of [true, false]) {
    const { at, end, written } = display(live);
    at(10, 100);
    at(70, 900_000);
    end();
    assert.equal(written, []);
  }
});

progress('longer work shows within a tenth of a second, then twenty times a second at most', () => {
  const { at, end, written } = display(true);
  for (let time = 0; time <= 1000; time += 10) at(time, time * 1000);
  assert.is(written[0], `\rpacking   9 %  90.0 kB of 1.0 MB  ###${'.'.repeat(27)}\x1b[K`);
  assert.ok(written.length <= 20);
  end();
  assert.is(written.at(-1), '\r\x1b[K');
});

progress('a bar never breaks the line of a narrow terminal', () => {
  const { at, end, written } = display(true, 44);
  at(500, 500_000);
  end();
  assert.ok(written[0]!.replace('\r', '').replace('\x1b[K', '').length <= 44, written[0]);
});

progress('is counted from the start of the process, but not for work that is done in no time', () => {
  const { at, end, written } = display(true);
  at(85, 100_000);
  assert.equal(written, []);
  at(91, 200_000);
  assert.is(written.length, 1);
  end();
});

progress('an interruption takes the bar away at once, and nothing shows after it', () => {
  const controller = new AbortController();
  const { at, end, written } = display(true, 80, controller.signal);
  at(500, 500_000);
  controller.abort();
  assert.is(written.at(-1), '\r\x1b[K');
  at(900, 900_000);
  end();
  assert.is(written.length, 2);
});

progress('elsewhere a plain line now and then', () => {
  const { at, end, written } = display(false);
  for (let time = 0; time <= 20_000; time += 50) at(time, time * 50);
  end();
  assert.equal(written, [
    'packing  15 %  150.0 kB of 1.0 MB\n',
    'packing  40 %  400.0 kB of 1.0 MB\n',
    'packing  65 %  650.0 kB of 1.0 MB\n',
    'packing  90 %  900.0 kB of 1.0 MB\n',
  ]);
});

progress('sizes are short', () => {
  assert.equal([0, 999, 1000, 1_234_567, 2e9, 5e15].map(size), [
    '0 B',
    '999 B',
    '1.0 kB',
    '1.2 MB',
    '2.0 GB',
    '5000.0 TB',
  ]);
});

progress.run();

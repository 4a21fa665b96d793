// Evaluates JSONata for the emulator: a line of JSON with an expression in, a line with its value out.
const { createInterface } = require('node:readline');
const jsonata = require('jsonata');

createInterface({ input: process.stdin }).on('line', async (line) => {
  let answer;
  try {
    const value = await jsonata(JSON.parse(line)).evaluate(undefined);
    answer = { value: value === undefined ? null : value };
  } catch (error) {
    answer = { error: `${error.code ?? ''}: ${error.message}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
});

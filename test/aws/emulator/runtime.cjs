// What Lambda's runtime for Node does: loads a handler, then answers one event after the other. A line of JSON with an event
// comes in on standard input, a line with what became of it goes out on a descriptor of its own.
const { existsSync, writeSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { pathToFileURL } = require('node:url');

const [folder, handler, descriptor] = process.argv.slice(2);
const [file, name] = [
  handler.slice(0, handler.lastIndexOf('.')),
  handler.slice(handler.lastIndexOf('.') + 1),
];

const load = async () => {
  const found = ['.js', '.mjs', '.cjs']
    .map((end) => join(folder, file + end))
    .find((path) => existsSync(path));
  if (found === undefined) {
    const error = new Error(`Error: Cannot find module '${file}'`);
    error.name = 'Runtime.ImportModuleError';
    throw error;
  }
  const module = await import(pathToFileURL(found).href);
  return module[name] ?? module.default[name];
};
const loaded = load();
// A handler that cannot be loaded fails each invocation.
loaded.catch(() => {});

const run = async ({ event, requestId, deadline, arn }) => {
  const context = {
    awsRequestId: requestId,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    invokedFunctionArn: arn,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  const call = await loaded;
  if (call.length < 3) return call(event, context);
  return new Promise((resolve, reject) => {
    call(event, context, (error, result) => (error ? reject(error) : resolve(result)));
  });
};

const answer = (line) => writeSync(Number(descriptor), `${JSON.stringify(line)}\n`);

createInterface({ input: process.stdin }).on('line', async (line) => {
  try {
    answer({ failed: false, text: JSON.stringify((await run(JSON.parse(line))) ?? null) });
  } catch (error) {
    // https://docs.aws.amazon.com/lambda/latest/dg/nodejs-exceptions.html
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    const trace = String(stack).split('\n');
    answer({ failed: true, text: JSON.stringify({ errorType: name, errorMessage: message, trace }) });
  }
});

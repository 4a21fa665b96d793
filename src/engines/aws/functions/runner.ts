import { runRunner } from '../jobs/run-runner.js';

/** The program of a runner's container: ECS ends it with SIGTERM, and what it prints is its log. */
const end = new AbortController();
process.once('SIGTERM', () => end.abort());
process.once('SIGINT', () => end.abort());

runRunner(process.env, console.log, end.signal).then(
  // What a library holds open must not keep the task, which costs something.
  () => process.exit(),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);

/** What has to be done before the examples of a command make sense; `wait` until something waits for approval. */
export const environmentExamples: { readonly [command: string]: readonly string[] } = {
  deploy: ['ship'],
  ship: [],
  follow: ['deploy --env staging --no-follow'],
  status: ['deploy --env production'],
  history: ['deploy --env production'],
  output: ['deploy --env staging'],
  logs: ['deploy --env staging'],
  why: ['deploy --env staging --no-follow', 'stop'],
  stop: ['deploy --env staging --no-follow'],
  retry: ['deploy --env staging --no-follow', 'stop'],
  rollback: ['deploy --env production --set-version 1.3.2', 'deploy --env production'],
  promote: ['deploy --env staging'],
  approve: ['deploy asking --env production --no-follow', 'wait'],
  reject: ['deploy asking --env production --no-follow', 'wait'],
  env: ['env create dev'],
  orphans: ['deploy --env production'],
};

/** Whether an example asks AWS: those are run on the emulator. */
export const isInAws = (line: string): boolean => line.includes(' --region ');

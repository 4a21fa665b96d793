import { inFolder } from '../../folder.js';
import { plancc, type Ran } from '../plancc.js';

/** A plan with a job, an approval in production, and an output; the job fails where there is a file `broken`. */
export const plan = `Name: shop
Version: 1.0.0
Outputs:
  Greeting: \${{ States.Work.said }}
States:
  Approve:
    Type: approval
    When: { Variable: "\${{ Environment }}", StringEquals: production }
    Properties: { Message: "Release \${{ Distribution.Version }}?" }
  Work:
    Type: runner
    Properties:
      Commands:
        - echo working
        - test ! -e broken
        - echo '{"said":"hello"}' > "$PLANCC_OUTPUT"
`;

export const versioned = (version: string): string => plan.replace('1.0.0', version);

/** Runs a command line in a folder; what it prints has no ids and times in it that are not the same every time. */
export const runner =
  (cwd: string) =>
  (line: string): Ran =>
    plancc(
      line.match(/"[^"]*"|\S+/g)!.map((word) => word.replaceAll('"', '')),
      { cwd },
    );

export const inProject = (
  test: (run: (line: string) => Ran, folder: string) => void | Promise<void>,
): (() => Promise<void>) => inFolder({ 'plan.yaml': plan }, (folder) => test(runner(folder), folder));

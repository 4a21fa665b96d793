/** Stacks of a cloud assembly, which was synthesised by the app's own CDK, to deploy or destroy. */
export interface AssemblyRequest {
  readonly action: 'Deploy' | 'Destroy';
  /** The folder of the assembly, absolute. */
  readonly folder: string;
  /** Names as `cdk list` shows them, in the order of their dependencies. */
  readonly stacks: readonly string[];
  /** By stack. */
  readonly parameters: { readonly [stack: string]: { readonly [name: string]: string } };
  readonly roleArn?: string | undefined;
  /** Variables of the environment of everything that is started. */
  readonly variables: { readonly [name: string]: string };
  readonly onOutput: (text: string) => void;
  readonly signal: AbortSignal;
  /** One attempt of the job. */
  readonly token: string;
}

export type AssemblyResult =
  | { readonly outputs: { readonly [stack: string]: { readonly [name: string]: string } } }
  | { readonly failed: string };

export interface Assemblies {
  readonly deploy: (request: AssemblyRequest) => Promise<AssemblyResult>;
}

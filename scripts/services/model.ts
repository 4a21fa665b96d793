/** What is read of a service's description in botocore. */
export interface Model {
  readonly metadata: { readonly serviceId: string; readonly endpointPrefix: string };
  readonly operations: {
    readonly [name: string]: {
      readonly input?: { readonly shape: string };
      readonly output?: { readonly shape: string };
    };
  };
  readonly shapes: { readonly [name: string]: Shape };
}

export interface Shape {
  readonly required?: readonly string[];
  readonly payload?: string;
  readonly members?: { readonly [name: string]: Member };
  readonly eventstream?: boolean;
  readonly streaming?: boolean;
}

export interface Member {
  readonly shape: string;
  readonly streaming?: boolean;
  /** The SDK makes a value where none is given. */
  readonly idempotencyToken?: boolean;
}

/** A plan as a picture shows it: what every format is written from. */
export interface Graph {
  readonly name: string;
  readonly version: string;
  readonly description: string | undefined;
  /** The plan's file, in which lines count from 1. */
  readonly file: string;
  readonly machine: GraphScope;
}

/** States that lead to each other: those of the plan, of a branch, or of the body of a Map. */
export interface GraphScope {
  /** Undefined for the plan and for the only branch or body of a state, which needs no title of its own. */
  readonly title: string | undefined;
  /** Id of the node it starts at. */
  readonly start: string | undefined;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface GraphNode {
  /** `s0`, `s1`, … in the order of the source. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** What it works on, in a few words: a template, a command, a service's action. */
  readonly about: string | undefined;
  /** Its `When` in short words. */
  readonly when: string | undefined;
  /** Its retriers, one a line. */
  readonly retries: readonly string[];
  readonly line: number;
  /** The state as it is written in the plan, without the states inside. */
  readonly source: string;
  readonly inner: readonly GraphScope[];
}

export interface GraphEdge {
  readonly kind: 'next' | 'choice' | 'default' | 'skip' | 'catch';
  readonly from: string;
  /** Undefined: the plan ends. */
  readonly to: string | undefined;
  readonly label: string | undefined;
}

import type { GraphEdge, GraphNode } from '../../compiler/emit/graph/model.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In pixels from the top left corner of what holds it. */
export interface Rectangle extends Point, Size {}

/** Lines of text as they have room. */
export interface NodeText {
  readonly name: readonly string[];
  /** Type, and what the state works on. */
  readonly kind: string;
  readonly when: readonly string[];
}

/** A state in its place. What is inside a Parallel or Map is placed within it. */
export interface PlacedNode extends Rectangle {
  readonly node: GraphNode;
  readonly text: NodeText;
  readonly inner: readonly PlacedScope[];
}

/** Where the plan starts and ends. */
export interface PlacedMark extends Rectangle {
  readonly mark: 'start' | 'end';
}

/** Stands for a state that is too far away for an arrow. */
export interface PlacedJump extends Rectangle {
  readonly to: GraphNode;
  readonly text: string;
}

export interface PlacedLabel extends Rectangle {
  readonly lines: readonly string[];
}

export interface PlacedEdge {
  readonly kind: GraphEdge['kind'];
  /**
   * Where it goes. Steps with a point straight below or above the one before are straight, the others are curves that
   * begin and end vertically. Of a way from a state to itself: beginning, two control points of one curve, end.
   */
  readonly points: readonly Point[];
  readonly loop: boolean;
  readonly label: PlacedLabel | undefined;
  /** The label in full. */
  readonly words: string | undefined;
}

export interface PlacedScope extends Rectangle {
  readonly title: string | undefined;
  readonly nodes: readonly PlacedNode[];
  readonly marks: readonly PlacedMark[];
  readonly jumps: readonly PlacedJump[];
  readonly edges: readonly PlacedEdge[];
}

import type { Json } from '../../source/document.js';

/** JSON in which `States` are Maps, so that they keep the source's order whatever their names are. */
export type Tree = Json | ReadonlyMap<string, Tree> | readonly Tree[] | TreeObject;
export type TreeObject = { readonly [key: string]: Tree };

/** More problems of one kind help nobody: they mostly have few causes. */
export const mostProblems = 100;

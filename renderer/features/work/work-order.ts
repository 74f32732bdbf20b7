/** Mine before the office's; within each the order of the list stays. */
export function mineFirst<Line extends { readonly clerkId: string }>(lines: readonly Line[], userId: string): readonly Line[] {
  return [...lines.filter(({ clerkId }) => clerkId === userId), ...lines.filter(({ clerkId }) => clerkId !== userId)];
}

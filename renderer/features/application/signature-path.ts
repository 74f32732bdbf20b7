interface Stroke {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The box that every signature is kept in, whatever the screen it was drawn on. */
const keptBox = { width: 600, height: 200 };
/** The contract takes 60,000 characters; a signature of this many is scrawl, and its end is left out. */
const longestPath = 59_000;

/** Strokes as an SVG path in a 600 × 200 box. */
export function signaturePath(strokes: readonly Stroke[], drawnIn: { readonly width: number; readonly height: number }): string {
  const place = ({ x, y }: { readonly x: number; readonly y: number }) =>
    `${Math.round((x / drawnIn.width) * keptBox.width)} ${Math.round((y / drawnIn.height) * keptBox.height)}`;
  const lines = strokes.map(({ points }) => points.map((point, index) => `${index === 0 ? 'M' : 'L'}${place(point)}`).join(''));
  return lines.reduce((path, line) => (path.length + line.length > longestPath ? path : path + line), '');
}

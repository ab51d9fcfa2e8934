/** One diagram: lines over a common axis, both axes from 0. */
export interface Panel {
  readonly title: string;
  /** Labels of the axes, with their units. */
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}
export interface Line {
  readonly label: string;
  readonly colour: string;
  readonly dashed?: boolean;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const TEXT = '#1f2328';
const FAINT = '#d0d7de';
const MARGIN = { left: 56, right: 12, top: 28, bottom: 44 } as const;
const LEGEND_LINE = 16;
const TICKS = 5;

/** Draws a panel as SVG. */
export function panel(panel: Panel, box: Box): string {
  const points = panel.lines.flatMap((line) => line.points);
  const [xs, ys] = [ticks(Math.max(...points.map((p) => p.x))), ticks(Math.max(...points.map((p) => p.y)))];
  const legend = panel.lines.length * LEGEND_LINE;
  const left = box.x + MARGIN.left;
  const right = box.x + box.width - MARGIN.right;
  const top = box.y + MARGIN.top + legend;
  const bottom = box.y + box.height - MARGIN.bottom;
  const toX = (x: number) => left + (x / (xs.at(-1) ?? 1)) * (right - left);
  const toY = (y: number) => bottom - (y / (ys.at(-1) ?? 1)) * (bottom - top);
  return [
    text(box.x + MARGIN.left, box.y + 14, panel.title, 'start', 'font-weight="600"'),
    ...panel.lines.map((line, i) => legendLine(line, left, box.y + MARGIN.top + i * LEGEND_LINE)),
    ...ys.map((y) => rule(left, toY(y), right, toY(y), FAINT)),
    ...ys.map((y) => text(left - 6, toY(y) + 4, label(y), 'end')),
    ...xs.map((x) => rule(toX(x), bottom, toX(x), bottom + 4, TEXT)),
    ...xs.map((x) => text(toX(x), bottom + 18, label(x), 'middle')),
    rule(left, bottom, right, bottom, TEXT),
    text((left + right) / 2, bottom + 36, panel.x, 'middle'),
    `<text transform="translate(${round(box.x + 12)} ${round((top + bottom) / 2)}) rotate(-90)" text-anchor="middle" fill="${TEXT}">${panel.y}</text>`,
    ...panel.lines.map((line) => curve(line, toX, toY)),
  ].join('\n');
}

function curve(line: Line, toX: (x: number) => number, toY: (y: number) => number): string {
  const at = line.points.map((p) => `${round(toX(p.x))},${round(toY(p.y))}`);
  const dots = line.dashed === true ? [] : at;
  const circles = dots.map((point) => {
    const [cx, cy] = point.split(',');
    return `<circle cx="${cx}" cy="${cy}" r="3" fill="${line.colour}"/>`;
  });
  return `<polyline points="${at.join(' ')}" ${stroke(line)}/>${circles.join('')}`;
}

function legendLine(line: Line, x: number, y: number): string {
  return `<line x1="${x}" y1="${y}" x2="${x + 20}" y2="${y}" ${stroke(line)}/>${text(x + 26, y + 4, line.label, 'start')}`;
}

function stroke({ colour, dashed }: Line): string {
  return `fill="none" stroke="${colour}" stroke-width="2"${dashed === true ? ' stroke-dasharray="5 4"' : ''}`;
}

function rule(x1: number, y1: number, x2: number, y2: number, colour: string): string {
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${colour}"/>`;
}

function text(x: number, y: number, content: string, anchor: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="${TEXT}"${more && ` ${more}`}>${content}</text>`;
}

/** Round numbers from 0 to at least the most. */
function ticks(most: number): readonly number[] {
  const rough = most / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => i * step);
}

function label(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

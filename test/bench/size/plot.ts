import type { AtSize } from './growth.js';
import { panel, type Panel } from './panel.js';

/** Colours that people who see few colours tell apart, and that stand out from white. */
const COLOURS = { append: '#0072b2', replay: '#d55e00', rebuild: '#009e73', question: '#7a3e9d' } as const;
const WIDTH = 360;
const HEIGHT = 300;
const GAP = 20;

/** The growth as a picture: whole time, memory and questions against the number of events. */
export function plotOf(sizes: readonly AtSize[], bounds: Readonly<Record<string, number>>): string {
  const panels = [timePanel(sizes), memoryPanel(sizes, bounds), questionPanel(sizes)];
  const width = panels.length * WIDTH + (panels.length + 1) * GAP;
  const height = HEIGHT + 2 * GAP;
  const drawn = panels.map((one, i) =>
    panel(one, { x: GAP + i * (WIDTH + GAP), y: GAP, width: WIDTH, height: HEIGHT }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>Time, memory and questions against the size of the log</title>`,
    // A ground of its own, so that it reads the same on a light and on a dark page.
    `<rect width="${width}" height="${height}" rx="8" fill="#ffffff" stroke="#d0d7de"/>`,
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

const inMillions = ({ events }: AtSize) => events / 1e6;

/** The cost of appending and following is of the events since the size before: it is summed up here. */
function timePanel(sizes: readonly AtSize[]): Panel {
  let appended = 0;
  let replayed = 0;
  const points = sizes.map((size) => {
    appended += size.append.seconds;
    replayed += size.replay.seconds;
    return { x: inMillions(size), append: appended, replay: replayed, rebuild: size.rebuild.seconds };
  });
  const line = (label: 'append' | 'replay' | 'rebuild') => ({
    label,
    colour: COLOURS[label],
    points: [{ x: 0, y: 0 }, ...points.map((p) => ({ x: p.x, y: p[label] }))],
  });
  return {
    title: 'Time for the whole log',
    x: 'events (millions)',
    y: 'seconds',
    lines: [line('append'), line('replay'), line('rebuild')],
  };
}

function memoryPanel(sizes: readonly AtSize[], bounds: Readonly<Record<string, number>>): Panel {
  const line = (label: 'append' | 'replay' | 'rebuild') => ({
    label,
    colour: COLOURS[label],
    points: sizes.map((size) => ({ x: inMillions(size), y: size[label].peakMegabytes })),
  });
  const x = sizes.map(inMillions);
  const most = Math.max(...Object.values(bounds));
  const bound = {
    label: 'bound',
    colour: '#57606a',
    dashed: true,
    points: x.map((at) => ({ x: at, y: most })),
  };
  return {
    title: 'Most memory of the process',
    x: 'events (millions)',
    y: 'MB',
    lines: [line('append'), line('replay'), line('rebuild'), bound],
  };
}

const SHOWN = {
  'who is responsible, at random clocks': '#0072b2',
  'page of clusters, in the middle': '#d55e00',
  'page of the audit trail, at the end': '#009e73',
} as const;

function questionPanel(sizes: readonly AtSize[]): Panel {
  return {
    title: 'Questions, p50',
    x: 'events (millions)',
    y: 'ms',
    lines: Object.entries(SHOWN).map(([name, colour]) => ({
      label: name.replace(/,.*$/, ''),
      colour,
      points: sizes.map((size) => ({ x: inMillions(size), y: size.questions[name]?.p50 ?? 0 })),
    })),
  };
}

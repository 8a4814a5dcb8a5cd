// Draws a chart into its canvas, as wide as that is, from the rows of the table of its section.
import * as Plot from '@observablehq/plot';

const SOFT = 'var(--ink-soft)';
const COLOURS = { us: 'var(--chart-us)', hand: 'var(--chart-hand)', them: 'var(--chart-them)' };
const NUMBERS = ['value', 'from', 'to', 'n', 'at', 'mean', 'upper', 'lower', 'arrived', 'ended', 'allArrived', 'allEnded', 'median', 'p85', 'p95'];

export function chart(figure) {
  const canvas = figure.querySelector('.canvas');
  const kind = KINDS[figure.dataset.chart];
  const rows = rowsOf(figure);
  const marks = valuesOf(figure.querySelectorAll('[data-marks] tbody tr'));
  let drawn = 0;
  const draw = () => {
    const width = Math.floor(canvas.clientWidth);
    if (width === drawn || width === 0) return;
    drawn = width;
    const svg = Plot.plot({ width, ...looks(width), ...kind(rows, figure.dataset, width, marks) });
    svg.setAttribute('role', 'img');
    // One picture with one name: its parts have theirs in the table.
    for (const part of svg.querySelectorAll('[aria-label]')) part.removeAttribute('aria-label');
    svg.setAttribute('aria-label', canvas.dataset.label);
    canvas.replaceChildren(svg);
    figure.dataset.drawn = 'yes';
  };
  new ResizeObserver(draw).observe(canvas);
  draw();
}

/** Its own table, else the one that its section has for all its charts. */
function rowsOf(figure) {
  const own = figure.querySelector('[data-rows] tbody') ?? figure.querySelector('tbody') ?? figure.closest('section').querySelector('tbody');
  return valuesOf(own.rows);
}

function valuesOf(rows) {
  return [...rows].map(({ dataset }) => {
    const row = { ...dataset };
    for (const name of NUMBERS) if (name in row) row[name] = Number(row[name]);
    if (row.day) row.day = new Date(row.day);
    return row;
  });
}

function looks(width) {
  return {
    marginLeft: 48,
    marginRight: 24,
    marginBottom: 46,
    marginTop: 28,
    height: width < 500 ? 220 : 280,
    style: { background: 'transparent', color: 'var(--ink)', fontFamily: 'inherit', fontSize: '13px', overflow: 'visible' },
  };
}

const whole = (number) => (Number.isInteger(number) ? String(number) : '');
/** An axis of counts: of few, each has its tick. */
function counts(rows, names, label = 'Cases') {
  const most = Math.max(1, ...rows.flatMap((row) => names.map((name) => row[name])));
  return { label, grid: true, zero: true, nice: true, ticks: Math.min(5, most), tickFormat: whole };
}

/** An axis of days: of few, each has its tick. */
function days(rows, width) {
  const few = rows.length <= ticks(width);
  return { label: null, type: 'time', ticks: few ? rows.map(({ day }) => day) : ticks(width), tickFormat: few ? shortDay : undefined };
}

const shortDay = (day) => day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const zero = Plot.ruleY([0], { stroke: SOFT });
const ticks = (width) => Math.max(3, Math.floor(width / 110));

const KINDS = {
  split: (rows, { unit, one }, width) => ({
    height: 96,
    marginLeft: 12,
    marginTop: 4,
    x: { label: `Mean per ${one}, ${unit}`, zero: true, nice: true, ticks: ticks(width) },
    marks: [
      Plot.barX(rows, Plot.stackX({ x: 'value', fill: ({ code }) => COLOURS[code], title: 'name', order: null })),
      Plot.ruleX([0], { stroke: SOFT }),
    ],
  }),

  distribution: (rows, { unit, time, many }, width) => ({
    x: { label: `${time}, ${unit}`, ticks: ticks(width), zero: true },
    y: counts(rows, ['n'], many),
    marks: [Plot.rectY(rows, { x1: 'from', x2: 'to', y: 'n', fill: COLOURS.hand, inset: 0.5 }), zero],
  }),

  ages: (rows, { unit }, width, marks) => ({
    x: { label: `Age, ${unit}`, ticks: ticks(width), zero: true, nice: true },
    y: counts(rows, ['n'], 'Open cases'),
    marks: [
      Plot.rectY(rows, { x1: 'from', x2: 'to', y: 'n', fill: COLOURS.us, inset: 0.5 }),
      Plot.ruleX(marks, { x: 'value', stroke: COLOURS.hand, strokeWidth: 2, strokeDasharray: '5 3' }),
      Plot.text(marks, { x: 'value', text: 'name', frameAnchor: 'top', lineAnchor: 'bottom', dy: -6, fill: 'var(--ink)' }),
      zero,
    ],
  }),

  control: (rows, { unit, time }, width) => ({
    x: { label: 'In the order in which they ended', ticks: ticks(width), tickFormat: whole },
    y: { label: `${time}, ${unit}`, grid: true, zero: true, nice: true, ticks: 5 },
    marks: [
      zero,
      ...[['mean', null], ['upper', '6 4'], ['lower', '6 4']].map(([name, dashes]) =>
        Plot.ruleY(rows.slice(0, 1), { y: name, stroke: SOFT, strokeDasharray: dashes })),
      Plot.lineY(rows, { x: 'at', y: 'value', stroke: COLOURS.hand, strokeWidth: 1.5 }),
      Plot.dot(rows, { x: 'at', y: 'value', r: 3, fill: COLOURS.hand }),
      Plot.dot(rows.filter(({ signal }) => signal), { x: 'at', y: 'value', r: 7, stroke: 'var(--bad)', strokeWidth: 2, symbol: 'square', title: 'signal' }),
    ],
  }),

  flow: (rows, data, width) => ({
    x: days(rows, width),
    y: counts(rows, ['allArrived']),
    marks: [
      Plot.areaY(rows, { x: 'day', y1: 'allEnded', y2: 'allArrived', fill: COLOURS.us, fillOpacity: 0.35 }),
      Plot.areaY(rows, { x: 'day', y: 'allEnded', fill: COLOURS.hand, fillOpacity: 0.35 }),
      Plot.lineY(rows, { x: 'day', y: 'allArrived', stroke: COLOURS.us, strokeWidth: 2, strokeDasharray: '5 3' }),
      Plot.lineY(rows, { x: 'day', y: 'allEnded', stroke: COLOURS.hand, strokeWidth: 2 }),
      zero,
    ],
  }),

  throughput: (rows, { each }, width) => ({
    x: days(rows, width),
    y: counts(rows, ['arrived', 'ended'], `Cases per ${each}`),
    marks: [
      Plot.lineY(toTheEnd(rows), { x: 'day', y: 'arrived', stroke: COLOURS.us, strokeWidth: 2, strokeDasharray: '5 3', curve: 'step-after' }),
      Plot.lineY(toTheEnd(rows), { x: 'day', y: 'ended', stroke: COLOURS.hand, strokeWidth: 2, curve: 'step-after' }),
      zero,
    ],
  }),

  groups: (rows, { unit }, width) => {
    const told = rows.filter((row) => row.median !== undefined);
    const wide = width >= 640;
    return {
      height: 56 + told.length * 30,
      marginLeft: wide ? 260 : 120,
      x: { label: `Median, 85th and 95th percentile, ${unit}`, zero: true, grid: true, nice: true, ticks: ticks(width) },
      y: { label: null, domain: told.map(({ name }) => name), tickFormat: (name) => shortened(name, wide ? 36 : 15) },
      marks: [
        Plot.ruleY(told, { y: 'name', x1: 'median', x2: 'p95', stroke: SOFT }),
        Plot.dot(told, { y: 'name', x: 'median', r: 5, fill: COLOURS.hand }),
        Plot.dot(told, { y: 'name', x: 'p85', r: 4, stroke: COLOURS.hand, strokeWidth: 2, fill: 'var(--sheet)' }),
        Plot.dot(told, { y: 'name', x: 'p95', r: 4, stroke: COLOURS.hand, strokeWidth: 2, fill: 'var(--sheet)', symbol: 'square' }),
        Plot.ruleX([0], { stroke: SOFT }),
      ],
    };
  },
};

/** The last stretch is as long as the one before, and has its line. */
function toTheEnd(rows) {
  const [before, last] = rows.slice(-2);
  return last ? [...rows, { ...last, day: new Date(2 * last.day - before.day) }] : rows;
}

function shortened(name, most) {
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

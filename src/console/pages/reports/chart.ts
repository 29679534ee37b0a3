import { init } from 'echarts';
import { numberAt, rowsOfChart, sayChart, type ReportTable } from './report-table';

/* Pictures of tables, drawn by a library as SVG. Each says nothing that its table does not say in numbers. */

const width = 760;
const ink = '#0b0c0c';
// Without quotation marks, which would have to be escaped where the font stands in an attribute.
const fonts = 'system-ui, Segoe UI, Roboto, Liberation Sans, Arial, sans-serif';

/** The fills differ in lightness and pattern, so that nobody has to tell colours apart. */
const fills = [
  { color: '#00505c', decal: { symbol: 'none' } },
  {
    color: '#f3d2a2',
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4, color: ink },
  },
  {
    color: '#a4312a',
    decal: {
      symbol: 'circle',
      dashArrayX: [
        [6, 6],
        [0, 6, 6, 0],
      ],
      dashArrayY: [6, 0],
      symbolSize: 0.6,
      color: '#ffffff',
    },
  },
  { color: '#e6efef', decal: { symbol: 'none' } },
] as const;

/** Makes a bar with its number; for 0 the label is left out, with its background. */
const bar = (value: number) => ({ value, label: { show: value > 0 } });

function optionOf(table: ReportTable) {
  const rows = rowsOfChart(table);
  const columns = table.chart?.columns ?? [];
  const several = columns.length > 1;
  return {
    animation: false,
    aria: { enabled: true, label: { enabled: false }, decal: { show: several } },
    textStyle: { fontFamily: fonts, fontSize: 14, color: ink },
    ...(several
      ? {
          legend: {
            top: 0,
            left: 0,
            itemGap: 44,
            itemWidth: 26,
            textStyle: { fontSize: 14, color: ink },
          },
        }
      : {}),
    grid: { left: 300, right: 48, top: several ? 44 : 8, bottom: 46 },
    xAxis: {
      type: 'value' as const,
      minInterval: 1,
      name: table.chart?.unit ?? '',
      nameLocation: 'middle' as const,
      nameGap: 28,
      nameTextStyle: { fontSize: 14, color: ink },
      axisLabel: { fontSize: 14, color: ink },
      splitLine: { lineStyle: { color: '#b1b4b6' } },
    },
    yAxis: {
      type: 'category' as const,
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLabel: { fontSize: 14, color: ink, width: 225, overflow: 'break' as const, lineHeight: 17, interval: 0 },
      axisLine: { lineStyle: { color: ink } },
    },
    series: columns.map((column, at) => ({
      type: 'bar' as const,
      name: table.columns[column] ?? '',
      silent: true,
      barMaxWidth: 26,
      emphasis: { disabled: true },
      ...(several ? { stack: 'all' } : {}),
      itemStyle: { ...fills[at % fills.length], borderColor: ink, borderWidth: 1 },
      label: {
        show: true,
        position: several ? ('inside' as const) : ('right' as const),
        fontSize: 14,
        fontWeight: 'bold' as const,
        color: ink,
        ...(several ? { backgroundColor: '#ffffff', padding: [1, 4] } : {}),
      },
      data: rows.map((row) => bar(numberAt(row, column))),
    })),
  };
}

/**
 * Returns the SVG with attributes in place of inline styles, which our security headers forbid if the picture is opened
 * by itself.
 */
const withoutStyles = (svg: string): string =>
  svg.replaceAll(/<style[^>]*>[\s\S]*?<\/style>/g, '').replaceAll(/ style="([^"]*)"/g, (_whole, rules: string) =>
    rules
      .split(';')
      .flatMap((rule) => {
        const [name, ...value] = rule.split(':');
        return name === undefined || value.length === 0 ? [] : [` ${name.trim()}="${value.join(':').trim()}"`];
      })
      .join(''),
  );

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The height of a table's picture, which its page has to know too. */
const heightOf = (table: ReportTable): number =>
  rowsOfChart(table).length * 56 + ((table.chart?.columns.length ?? 0) > 1 ? 90 : 54);

/** The size that a picture of this table has. */
export const sizeOf = (table: ReportTable) => ({ width, height: heightOf(table) });

/** Draws a table as bars; nothing where there is nothing to show. */
export function drawChart(table: ReportTable): string | undefined {
  if (table.chart === undefined || rowsOfChart(table).length === 0) return undefined;
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...sizeOf(table) });
  try {
    chart.setOption(optionOf(table));
    const svg = withoutStyles(chart.renderToSVGString());
    const title = `<title>${escaped(sayChart(table))}</title>`;
    return svg.replace(/^(<svg[^>]*>)/, `$1${title}`);
  } finally {
    chart.dispose();
  }
}

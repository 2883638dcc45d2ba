import { css } from 'lit';

/** Colours of marks. Forced colours tell series apart by outline and pattern, never by hue. */
export const chartStyle = css`
  svg.chart {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    font: 400 12px/1 var(--font);
    font-variant-numeric: tabular-nums;
  }
  text {
    fill: var(--fg);
  }
  text.quiet {
    fill: var(--muted);
  }
  text.year {
    font-size: 11px;
  }
  text.strong {
    font-weight: 600;
  }
  text.on {
    fill: var(--on-accent);
    font-weight: 600;
  }
  .grid {
    stroke: var(--line);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .base {
    stroke: var(--line-strong);
    stroke-width: 1;
    shape-rendering: crispEdges;
  }
  .track {
    fill: var(--sunken);
  }
  .bar {
    fill: var(--accent);
  }
  .goal {
    stroke: var(--fg);
    stroke-width: 2;
    shape-rendering: crispEdges;
  }
  .bar.open {
    fill: var(--accent-soft);
    stroke: var(--accent);
    stroke-dasharray: 3 2;
  }
  .flow {
    fill: var(--accent-soft);
  }
  .curve {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .curve.open {
    stroke-dasharray: 1 5;
  }
  .band {
    fill: var(--accent);
    opacity: 0.12;
  }
  .dot {
    fill: var(--accent);
    stroke: var(--surface);
    stroke-width: 2;
  }
  .dot.open {
    fill: var(--surface);
    stroke: var(--accent);
  }
  .whisker {
    stroke: var(--accent);
    stroke-width: 6;
    opacity: 0.38;
    stroke-linecap: round;
  }
  .faint .bar,
  .faint .dot {
    fill: var(--neutral);
    opacity: 0.6;
  }
  .faint .whisker {
    stroke: var(--neutral);
  }
  .faint text {
    fill: var(--muted);
  }
  .reference {
    stroke: var(--muted);
    stroke-width: 1;
    stroke-dasharray: 4 3;
  }
  .detractors {
    fill: var(--bad);
  }
  .passives {
    fill: light-dark(#c9cdd4, #4a5566);
  }
  .promoters {
    fill: var(--good);
  }
  .mark {
    outline: none;
  }
  .mark .focus {
    fill: none;
    stroke: none;
  }
  .mark:focus-visible .focus {
    stroke: var(--accent);
    stroke-width: 2;
  }
  .mark:hover .hit {
    fill: var(--fg);
    opacity: 0.05;
  }
  .hit {
    fill: transparent;
  }
  @media (forced-colors: active) {
    .bar,
    .promoters,
    .dot {
      fill: Highlight;
    }
    .passives,
    .flow,
    .track,
    .bar.open {
      fill: Canvas;
      stroke: CanvasText;
    }
    .detractors {
      fill: Canvas;
      stroke: CanvasText;
      stroke-width: 3;
    }
    .band {
      fill: none;
      stroke: CanvasText;
      opacity: 1;
    }
    text.on {
      fill: HighlightText;
    }
    text.on-detractors {
      fill: CanvasText;
    }
  }
  @media print {
    .bar,
    .promoters,
    .detractors,
    .passives,
    .flow,
    .band {
      print-color-adjust: exact;
    }
  }
`;

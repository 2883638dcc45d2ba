import { css } from 'lit';

// Contrast on its ground: text 4.5 at least, shapes 3 at least, in both schemes. A host may set any --pegel-* on the element.
export const tokens = css`
  :host {
    --bg: var(--pegel-bg, light-dark(#f8f8f6, #10151d));
    --surface: var(--pegel-surface, light-dark(#ffffff, #171d27));
    --sunken: var(--pegel-sunken, light-dark(#f1f1ee, #1e2631));
    --line: var(--pegel-line, light-dark(#e4e4df, #2a3340));
    --line-strong: var(--pegel-line-strong, light-dark(#868d98, #6f7b8c));
    --fg: var(--pegel-fg, light-dark(#171b22, #e9edf3));
    --muted: var(--pegel-muted, light-dark(#5b6675, #9aa4b2));
    --accent: var(--pegel-accent, light-dark(#2563eb, #5b9bff));
    --accent-soft: var(--pegel-accent-soft, light-dark(#e8eefc, #1d2b45));
    --on-accent: var(--pegel-on-accent, light-dark(#ffffff, #10151d));
    --good: var(--pegel-good, light-dark(#0b7a5a, #34c796));
    --bad: var(--pegel-bad, light-dark(#c2410c, #f0836a));
    --warn: var(--pegel-warn, light-dark(#9a4a06, #e2a55c));
    --warn-soft: var(--pegel-warn-soft, light-dark(#fbf3e4, #2b2418));
    --neutral: var(--pegel-neutral, light-dark(#5b6675, #9aa4b2));
    --shade: light-dark(rgb(23 27 34 / 0.12), rgb(0 0 0 / 0.5));
    --font: var(
      --pegel-font,
      Inter,
      ui-sans-serif,
      system-ui,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Noto Sans Armenian',
      sans-serif
    );
    --radius: var(--pegel-radius, 12px);
    --gap: var(--pegel-gap, 16px);
    --ring: 2px solid var(--accent);
  }
  @media (prefers-contrast: more) {
    :host {
      --line: light-dark(#6b7480, #a5afbd);
      --muted: light-dark(#39414d, #cdd5e0);
      --surface: light-dark(#ffffff, #0a0d12);
      --bg: light-dark(#ffffff, #0a0d12);
    }
  }
  @media (forced-colors: active) {
    :host {
      --accent: Highlight;
      --on-accent: HighlightText;
      --good: CanvasText;
      --bad: CanvasText;
      --neutral: GrayText;
      --line: CanvasText;
      --fg: CanvasText;
      --muted: CanvasText;
      --surface: Canvas;
      --bg: Canvas;
    }
  }
`;

/** What `theme` on the dashboard does; everything inside inherits the scheme. */
export const themes = css`
  :host {
    color-scheme: light dark;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([theme='contrast']) {
    --pegel-bg: light-dark(#ffffff, #000000);
    --pegel-surface: light-dark(#ffffff, #000000);
    --pegel-fg: light-dark(#000000, #ffffff);
    --pegel-muted: light-dark(#2b313a, #dfe5ee);
    --pegel-line: light-dark(#565e69, #b9c2cf);
    --pegel-accent: light-dark(#0b3fb5, #9cc4ff);
    --pegel-good: light-dark(#045a41, #6ee7b7);
    --pegel-bad: light-dark(#962d05, #ffae99);
  }
  @media print {
    :host {
      color-scheme: light;
      --pegel-bg: #ffffff;
    }
  }
`;

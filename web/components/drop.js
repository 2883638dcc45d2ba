// The whole window takes files by drop and tables by paste, and Esc ends reading.

/** @typedef {import("./pegel-dashboard.js").PegelDashboard} PegelDashboard */

/** @param {PegelDashboard} dashboard @returns {() => void} undo */
export function dropTarget(dashboard) {
  let depth = 0;
  const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files') ?? false;
  const listeners = {
    dragenter: (/** @type {DragEvent} */ event) => {
      if (hasFiles(event)) dashboard.dragging = ++depth > 0;
    },
    dragover: (/** @type {DragEvent} */ event) => {
      if (hasFiles(event)) event.preventDefault();
    },
    dragleave: (/** @type {DragEvent} */ event) => {
      if (hasFiles(event)) dashboard.dragging = --depth > 0;
    },
    drop: (/** @type {DragEvent} */ event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      depth = 0;
      dashboard.dragging = false;
      dashboard.load([...(event.dataTransfer?.files ?? [])]);
    },
    paste: async (/** @type {ClipboardEvent} */ event) => {
      if (isEditing(event)) return;
      const { files, table } = pasted(event);
      await dashboard.updateComplete;
      if (table) files.push(new File([table], `${dashboard.t('file.pasted')}.csv`, { type: 'text/csv' }));
      if (files.length) dashboard.load(files);
    },
    keydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') dashboard.cancel();
    },
  };
  for (const [type, listener] of Object.entries(listeners))
    window.addEventListener(type, /** @type {EventListener} */ (listener));
  return () => {
    for (const [type, listener] of Object.entries(listeners))
      window.removeEventListener(type, /** @type {EventListener} */ (listener));
  };
}

/** @param {Event} event */
const isEditing = (event) =>
  event.composedPath().some((node) => node instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(node.tagName));

/** Files, else the text where it is a table; gone once the event is over. @param {ClipboardEvent} event */
function pasted(event) {
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData('text/plain') ?? '';
  return { files, table: files.length || !text.includes('\n') ? '' : text };
}

// What a reader does, as functions that run in the page by themselves.

/* eslint-disable no-undef -- the page's own globals */

/** Drops files of base64 on the window and waits for the report; a question about the mapping is answered with the guess. */
export async function read(files) {
  const dashboard = /** @type {any} */ (document.querySelector('pegel-dashboard'));
  dashboard.locale = 'en';
  const transfer = new DataTransfer();
  for (const { name, base64 } of files)
    transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
  for (const type of ['dragenter', 'dragover', 'drop'])
    window.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
  const shown = (tag) => dashboard.shadowRoot.querySelector(tag)?.shadowRoot;
  for (const end = Date.now() + 60_000; !shown('pegel-overview');) {
    if (Date.now() > end) throw new Error(`No report: ${dashboard.shadowRoot.textContent}`);
    [...(shown('pegel-mapping')?.querySelectorAll('button.primary') ?? [])].at(-1)?.click();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await dashboard.updateComplete;
  const tiles = [...shown('pegel-overview').querySelectorAll('pegel-tile')];
  return {
    report: JSON.stringify(dashboard.getReport()),
    figures: tiles.map((tile) => tile.shadowRoot.textContent.replace(/\s+/g, ' ').trim()),
  };
}

/** Cancels a large file while it is read: milliseconds until the page rests, and what it then shows. */
export async function cancel() {
  const dashboard = /** @type {any} */ (document.querySelector('pegel-dashboard'));
  const line = 'D-1;won;01.05.2025;14.06.2025;48.960,50;Ada\n'.repeat(20_000);
  const parts = ['deal_id;status;created;closed;amount;owner\n', ...Array.from({ length: 120 }, () => line)];
  const told = new Promise((resolve) => dashboard.addEventListener('pegel-progress', resolve, { once: true }));
  dashboard.load([new File(parts, 'large.csv')]);
  await told;
  const start = performance.now();
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  while (dashboard.session.phase === 'reading' && performance.now() - start < 5_000)
    await new Promise((resolve) => setTimeout(resolve, 1));
  return { took: performance.now() - start, report: JSON.stringify(dashboard.getReport()) };
}

/** The report of one large file that so many workers share. */
export async function readBy(workers) {
  const { openPegel } = await import(/** @type {string} */ ('./pegel.js'));
  const row = (_, i) =>
    `D${1e7 + i},${['won', 'lost', 'open'][i % 3]},2025-0${1 + (i % 9)}-1${i % 10},${i % 3 < 2 ? '2026-01-11' : ''},${(i * 7919) % 90000}.50,Rep ${i % 40},"a note, ${i}\nof two lines"\n`;
  const file = new File(
    ['deal_id,status,created,closed,amount,owner,note\n', ...Array.from({ length: 400_000 }, row)],
    'deals.csv',
  );
  const pegel = await openPegel({ workers });
  const plan = await pegel.plan(await pegel.profile([file]), { today: '2026-03-31' });
  const report = await pegel.report(plan);
  const remotes = pegel.pool.remotes.length;
  pegel.close();
  return { report: JSON.stringify(report), remotes, bytes: file.size };
}

/** Whether this browser reads a file into memory of the reader's own. */
export function readsInto() {
  try {
    new Blob(['x']).stream().getReader({ mode: 'byob' });
    return true;
  } catch {
    return false;
  }
}

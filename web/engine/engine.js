// The engine that this script carries, and what the rest of the page may use of it.

import { compile, spawn, spawnWorkbook } from './artefact.js';
import { Engine } from './bridge.js';
import { Pool } from './pool.js';

export { unpacked } from './artefact.js';
export { Engine } from './bridge.js';
export { PegelError } from './protocol.js';

/**
 * Opens the engine. `workers`: at most so many, 0 or absent: as many as the machine has, up to 8. `memoryBudget`: bytes of rows one worker may
 * keep between two questions (512 MiB); beyond it every question reads the files again. `workerUrl`: address of pegel-worker.js,
 * with pegel-workbook.js beside it, for hosts that allow no blob: workers.
 * @param {{workers?: number, memoryBudget?: number, workerUrl?: string}} [how]
 */
export async function openPegel({ workers, memoryBudget, workerUrl } = {}) {
  const limit = workers || Math.min(8, navigator.hardwareConcurrency || 2);
  const pool = new Pool({ spawn: () => spawn(workerUrl), compile, workers: limit });
  await pool.start(1);
  pool.warm();
  return new Engine(pool, { memoryBudget, spawnWorkbook: () => spawnWorkbook(workerUrl) });
}

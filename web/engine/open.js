// Opens the engine that this script carries.

import { compile, spawn } from './artefact.js';
import { Engine } from './engine.js';
import { Pool } from './pool.js';

/**
 * Opens the engine. `workers`: at most so many, 0 or absent: as many as the machine has, up to 8. `memoryBudget`: bytes of rows one worker may
 * keep. `workerUrl`: address of pegel-worker.js, for hosts that allow no blob: workers.
 * @param {{workers?: number, memoryBudget?: number, workerUrl?: string}} [how]
 */
export async function openPegel({ workers, memoryBudget, workerUrl } = {}) {
  const limit = workers || Math.min(8, navigator.hardwareConcurrency || 2);
  const pool = new Pool({ spawn: () => spawn(workerUrl), compile, workers: limit });
  await pool.start(1);
  return new Engine(pool, { memoryBudget });
}

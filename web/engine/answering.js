// A worker's end of the calls that remote.js makes: one after the other, errors as failures.

import { letPageRead } from './page_reads.js';
import { PegelError } from './protocol.js';

/** An answer whose memory moves to the page. */
export class Transferred {
  /** @param {unknown} value @param {Transferable[]} memory */
  constructor(value, memory) {
    this.value = value;
    this.memory = memory;
  }
}

/** @param {unknown} error @returns {Pegel.Failure} */
function failure(error) {
  if (error instanceof PegelError)
    return { code: error.code, text: error.message, place: error.place, values: error.values };
  const text = error instanceof Error ? error.message : String(error);
  return { code: error instanceof DOMException ? 'file.locked' : 'worker.lost', text };
}

/**
 * @param {Record<string, (args: any, tell: (progress: object) => void) => unknown>} calls
 * @param {(wanted: () => boolean) => unknown} [idle] what "warm" starts, to be left once real work is wanted
 */
export function answerCalls(calls, idle = () => {}) {
  let wanted = false;
  /** @type {Promise<unknown>} */
  let queue = letPageRead();
  self.onmessage = ({ data: { id, call, args } }) => {
    if (call === 'warm') return idle(() => wanted);
    wanted ||= call !== 'start' && call !== 'catalog';
    queue = queue.then(async () => {
      try {
        const result = await calls[call](args, (progress) => self.postMessage({ id, progress }));
        if (result instanceof Transferred) self.postMessage({ id, ok: result.value }, { transfer: result.memory });
        else self.postMessage({ id, ok: result });
      } catch (error) {
        self.postMessage({ id, error: failure(error) });
      }
    });
  };
}

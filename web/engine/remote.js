// Calls to one worker as promises.

import { readFor } from './page_reads.js';
import { PegelError } from './protocol.js';

/** @typedef {{resolve: (value: any) => void, reject: (error: Error) => void, tell?: (progress: any) => void}} Waiting */

export class Remote {
  /** @param {Worker} worker @param {(error: Error) => void} onLost */
  constructor(worker, onLost) {
    this.worker = worker;
    this.next = 0;
    /** @type {Map<number, Waiting>} */
    this.waiting = new Map();
    /** @type {Promise<unknown>} */
    this.ready = Promise.resolve();
    worker.onmessage = ({ data, ports }) => (data.read ? readFor(data.read, ports[0]) : this.take(data));
    worker.onerror = (event) => {
      event.preventDefault?.();
      onLost(new PegelError({ code: 'worker.lost', text: event.message || 'The worker could not be started.' }));
    };
  }

  /** @param {string} call @param {object} args @param {(progress: any) => void} [tell] @param {Transferable[]} [transfer] @returns {Promise<any>} */
  call(call, args, tell, transfer = []) {
    const id = ++this.next;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, tell });
      this.worker.postMessage({ id, call, args }, { transfer });
    });
  }

  /** A call that has no answer. @param {string} call */
  tell(call) {
    this.worker.postMessage({ call });
  }

  /** @param {{id: number, ok?: unknown, error?: Pegel.Failure, progress?: unknown}} message */
  take({ id, ok, error, progress }) {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    if (progress) return waiting.tell?.(progress);
    this.waiting.delete(id);
    if (error) waiting.reject(new PegelError(error));
    else waiting.resolve(ok);
  }

  /** Ends the worker; whoever waits is told why. @param {Error} reason */
  end(reason) {
    this.worker.terminate();
    for (const { reject } of this.waiting.values()) reject(reason);
    this.waiting.clear();
  }
}

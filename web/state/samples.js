// The sample files, packed into this script by the build.

import { samples } from 'virtual:pegel-samples';
import { unpacked } from '../engine/engine.js';

/** @typedef {typeof samples[number]} Sample */

/** @type {Sample[]} */
export const SAMPLES = samples;

/** @param {Sample} sample */
export async function openSample({ file, packed }) {
  return new File([await unpacked(packed).blob()], file);
}

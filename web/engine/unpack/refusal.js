// Why a file is not opened, as the page translates it and a host page reads it.

import { PegelError } from '../protocol.js';

/** What follows the file's name. */
const TEXTS = {
  'file.damaged': 'is damaged or cut short',
  'file.encrypted': 'is protected by a password',
  'file.many': 'holds more tables than are opened at once',
  'file.method': 'is packed in a way that browsers cannot unpack',
  'file.nested': 'is a packed file inside a packed file',
  'file.other': 'is no table',
  'file.type': 'is no table',
  'file.zipbomb': 'would unpack to many times its size, or to more than can be read',
};

/** @param {keyof typeof TEXTS} code @param {string} name of the file @param {Record<string, string>} [values] */
export const refusal = (code, name, values = {}) =>
  new PegelError({ code, text: `"${name}" ${TEXTS[code]}.`, values: { name, ...values } });

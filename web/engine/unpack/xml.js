// One part of a workbook as XML events.

import { Parser } from 'saxen';
import { blocksOf } from './inflate.js';
import { refusal } from './refusal.js';

/**
 * Called with an element's name without its prefix and its attributes, which `decode` gives without entities. `text` gets what stands inside the innermost element, maybe in pieces.
 * @typedef {{open(name: string, attributes: Record<string, string>, decode: (text: string) => string): void, close?(name: string): void, text?(text: string): void}} Events
 */

/** @param {string} name */
const localName = (name) => name.slice(name.indexOf(':') + 1);

/** Error: "file.damaged", and those of blocksOf. @param {Pegel.Packed} part @param {Events} events */
export async function readXml(part, events) {
  const parser = new Parser();
  parser.on('error', () => {
    throw refusal('file.damaged', part.name);
  });
  parser.on('openTag', (name, attributes, decode) => events.open(localName(name), attributes(), decode));
  parser.on('closeTag', (name) => events.close?.(localName(name)));
  parser.on('text', (text, decode) => events.text?.(decode(text)));
  parser.on('cdata', (text) => events.text?.(text));
  const decoder = new TextDecoder();
  for await (const block of blocksOf(part)) parser.write(decoder.decode(block, { stream: true }));
  parser.write(decoder.decode());
  parser.end();
}

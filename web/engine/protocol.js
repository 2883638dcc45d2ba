// What the engine's answers are made of. Their shapes are in ../protocol.d.ts.

/** Something that could not be done, with a code that the page translates. */
export class PegelError extends Error {
  /** @param {Pegel.Failure} failure */
  constructor({ code, text, place, values }) {
    super(text);
    this.name = 'PegelError';
    this.code = code;
    this.place = place;
    this.values = values ?? {};
  }
}

/** Reads an answer of the engine. @param {string} json */
export function answer(json) {
  const { ok, error } = JSON.parse(json);
  if (error) throw new PegelError(error);
  return ok;
}

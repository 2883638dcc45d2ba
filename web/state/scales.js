// On which scale a survey was asked whether customers would recommend us, where no column says it.

/** As the engine names them; the first is that of the NPS. */
export const SCALES = ['nps', ...['1-10', '1-7', '0-7', '1-6', '1-5', '0-5', '1-4'].map((ends) => `nps:${ends}`)];

/** Each file's scale; '' where it is unsure. @param {{profile: Pegel.Profile}[]} opened @returns {{file: string, scale: string}[]} */
export const scalesOf = (opened) =>
  opened.flatMap(({ profile: { file, kind, columns, values, scale } }) => {
    const asked = values.find(({ role, raw }) => role === 'question' && !raw)?.canonical ?? '';
    const said = columns.some(({ role }) => role === 'scale_max');
    if (kind !== 'responses' || said || !['nps', 'unsure'].includes(asked)) return [];
    const ends = `nps:${scale?.least}-${scale?.most}`;
    return { file, scale: asked === 'unsure' ? '' : SCALES.includes(ends) ? ends : 'nps' };
  });

// Archives and workbooks that tests make themselves.

import { strToU8, zipSync } from 'fflate';

/** @param {Record<string, string | Uint8Array>} entries @param {string} [name] @param {object} [how] of fflate */
export const zipOf = (entries, name = 'pack.zip', how = {}) =>
  new File(
    [
      /** @type {BlobPart} */ (
        zipSync(
          Object.fromEntries(
            Object.entries(entries).map(([path, body]) => [path, typeof body === 'string' ? strToU8(body) : body]),
          ),
          how,
        )
      ),
    ],
    name,
  );

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * A workbook of sheets, each with the XML of its rows. @param {{name: string, rows: string, state?: string}[]} sheets
 * @param {{strings?: string[], formats?: (number | string)[], from1904?: boolean}} [how] `formats`: of the cells' styles, by id or by code
 */
export function workbookOf(sheets, { strings = [], formats = [], from1904 = false } = {}) {
  const codes = formats.map((format, i) => (typeof format === 'number' ? format : 164 + i));
  const custom = formats.map((format, i) =>
    typeof format === 'string' ? `<numFmt numFmtId="${164 + i}" formatCode="${format}"/>` : '',
  );
  return {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${LINKS}"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="r${i}" Type="${LINKS}/worksheet" Target="worksheets/sheet${i}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts>${custom.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${codes
      .map((id) => `<xf numFmtId="${id}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows }, i) => [
        `xl/worksheets/sheet${i}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
}

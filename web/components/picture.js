// A chart as a file of its own: styles become attributes.

const COPIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
const SCALE = 2;
const MARGIN = 16;

/** @param {SVGSVGElement} chart */
export function svgOf(chart) {
  const copy = /** @type {SVGSVGElement} */ (chart.cloneNode(true));
  const [from, to] = [chart.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((element, i) => dress(element, to[i]));
  const { width, height } = chart.viewBox.baseVal;
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const sheet = {
    x: -MARGIN,
    y: -MARGIN,
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN,
    fill: getComputedStyle(chart).getPropertyValue('background-color'),
  };
  for (const [name, value] of Object.entries({ ...sheet, fill: surfaceOf(chart) }))
    ground.setAttribute(name, String(value));
  copy.prepend(ground);
  copy.setAttribute('viewBox', `${sheet.x} ${sheet.y} ${sheet.width} ${sheet.height}`);
  copy.setAttribute('width', String(sheet.width));
  copy.setAttribute('height', String(sheet.height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

/** @param {Element} from @param {Element} to */
function dress(from, to) {
  const style = getComputedStyle(from);
  for (const name of COPIED) to.setAttribute(name, style.getPropertyValue(name));
  for (const name of ['class', 'tabindex']) to.removeAttribute(name);
}

/** The first opaque ground behind an element, through shadow roots. @param {Element} element */
function surfaceOf(element) {
  for (
    let at = /** @type {Node | null} */ (element);
    at;
    at = at.parentNode ?? /** @type {ShadowRoot} */ (at).host ?? null
  ) {
    const colour = at instanceof Element ? getComputedStyle(at).backgroundColor : '';
    if (colour && colour !== 'rgba(0, 0, 0, 0)' && colour !== 'transparent') return colour;
  }
  return '#ffffff';
}

/** @param {SVGSVGElement} chart @returns {Promise<Blob>} */
export async function pngOf(chart) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svgOf(chart)], { type: 'image/svg+xml' }));
  image.src = address;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

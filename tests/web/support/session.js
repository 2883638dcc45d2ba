// The page's Session without what the build packs in, which it does not ask for here.
import { register } from 'node:module';

const NOTHING = 'data:text/javascript,export const wasm = "", workerText = "", workbook = "";';
const packed = `export const resolve = (name, context, next) =>
  name.startsWith('virtual:') ? { url: ${JSON.stringify(NOTHING)}, shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(packed)}`);
export const { Session } = await import('../../../web/state/session.js');

// What the outside may rely on: openPegel() and <pegel-dashboard>.

export { openPegel } from './engine/engine.js';
export { PegelError } from './engine/protocol.js';
export { PegelDashboard } from './components/pegel-dashboard.js';

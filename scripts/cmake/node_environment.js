/* global Module, ENV */
// Emscripten gives a program an invented environment; tests and tools expect node's.
Module['preRun'] = [].concat(Module['preRun'] || [], () => {
  if (typeof ENV !== 'undefined') Object.assign(ENV, process.env);
});

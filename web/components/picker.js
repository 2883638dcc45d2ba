// The system's own file dialogue.

const ACCEPT = '.csv,.tsv,.txt,.tab,.gz,.zip,.xlsx,.xlsm,text/csv,text/tab-separated-values,text/plain';

/** @returns {Promise<File[]>} none when the reader cancels */
export function pickFiles() {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = ACCEPT;
  return new Promise((resolve) => {
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
}

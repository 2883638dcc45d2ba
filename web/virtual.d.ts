declare module 'virtual:pegel-artefact' {
  export const wasm: string;
  export const workerText: string;
}
declare module 'virtual:pegel-samples' {
  export const samples: {
    file: string;
    kind: string;
    title: Record<string, string>;
    about: Record<string, string>;
    packed: string;
  }[];
}
declare module 'pegel-glue' {
  const create: (options: object) => Promise<any>;
  export default create;
}

declare module 'virtual:pegel-artefact' {
  export const wasm: string;
  export const workerText: string;
  export const workbook: string;
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
declare module 'saxen' {
  export class Parser {
    on(event: 'error', told: (error: Error) => void): this;
    on(
      event: 'openTag',
      told: (name: string, attributes: () => Record<string, string>, decode: (text: string) => string) => void,
    ): this;
    on(event: 'closeTag', told: (name: string) => void): this;
    on(event: 'text', told: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', told: (text: string) => void): this;
    write(xml: string): this;
    end(): Error | undefined;
  }
}

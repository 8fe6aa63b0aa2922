import Module from "node:module";

/**
 * The parts of `node:module` that are not in its types for Node 20, or that are internal but stable for years and patched by every
 * loader of CommonJS (pirates, tsx, require-in-the-middle). A default import, because a named import of `registerHooks` is a
 * SyntaxError on Node 20.
 */
export const NodeModule = Module as unknown as ModuleInternals;

export interface ModuleInternals {
  registerHooks?: RegisterHooks;
  /** Since 22.14 and 23.7. */
  setSourceMapsSupport?: (
    enabled: boolean,
    options: { readonly nodeModules: boolean; readonly generatedCode: boolean },
  ) => void;
  register: (
    specifier: string | URL,
    options?: { readonly data: unknown; readonly transferList: readonly unknown[] },
  ) => void;
  readonly _cache: Readonly<Record<string, CommonJsModule | undefined>>;
  readonly _extensions: Readonly<Record<string, unknown>>;
  _resolveFilename: (request: string, parent: CommonJsModule | undefined | null, ...rest: unknown[]) => string;
  readonly prototype: CommonJsModule;
}

export type RegisterHooks = (hooks: Partial<SyncHooks>) => { deregister(): void };

export interface CommonJsModule {
  readonly filename: string | null;
  readonly loaded: boolean;
  load: Method<[filename: string], void>;
  require: Method<[id: string], unknown>;
  _compile: Method<[content: string, filename: string, format?: string], unknown>;
}

type Method<Args extends unknown[], Result> = (this: CommonJsModule, ...args: Args) => Result;

export type Format = string | null | undefined;

export interface ResolveContext {
  readonly conditions?: readonly string[];
  readonly importAttributes?: Readonly<Record<string, string>>;
  readonly parentURL?: string | undefined;
}

export interface Resolved {
  readonly url: string;
  readonly format?: Format;
  readonly shortCircuit?: boolean;
}

export interface LoadContext {
  readonly conditions?: readonly string[];
  readonly format?: Format;
}

export interface Loaded {
  readonly format: Format;
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray | null | undefined;
  readonly shortCircuit?: boolean;
  readonly shouldBeReloadedByCJSLoader?: boolean;
}

export type NextResolve<R> = (specifier: string, context: ResolveContext) => R;
export type NextLoad<R> = (url: string, context: LoadContext) => R;

export interface SyncHooks {
  resolve(specifier: string, context: ResolveContext, next: NextResolve<Resolved>): Resolved;
  load(url: string, context: LoadContext, next: NextLoad<Loaded>): Loaded;
}

export interface AsyncHooks {
  resolve(specifier: string, context: ResolveContext, next: NextResolve<Promise<Resolved>>): Promise<Resolved>;
  load(url: string, context: LoadContext, next: NextLoad<Promise<Loaded>>): Promise<Loaded>;
}

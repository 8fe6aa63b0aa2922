import { createRequire } from "node:module";
import path from "node:path";
import type * as GetTsconfig from "get-tsconfig";
import type { EmitKind } from "../../analysis/facts.ts";

/** What a tsconfig.json says that changes what code does, and not only whether it is right. */
export interface EmitOptions {
  /** As text, for the digest of code of that kind. */
  readonly texts: Readonly<Record<EmitKind, string>>;
  /** The module that JSX is compiled to call, which no import statement names. */
  readonly jsxRuntime: string | undefined;
  /** Names that JSX calls without writing them. */
  readonly jsxNames: readonly string[];
}

export type ReadEmitOptions = () => EmitOptions;

/**
 * Reads them when they are first asked for, where tsx reads them: in the file `named` (`TSX_TSCONFIG_PATH`), else from the
 * working folder upwards. Node itself reads none.
 */
export function emitOptionsOf(folder: string, named: string | undefined): ReadEmitOptions {
  let known: EmitOptions | undefined;
  return () => (known ??= describe(compilerOptions(folder, named)));
}

type CompilerOptions = NonNullable<GetTsconfig.TsConfigJson["compilerOptions"]>;

function describe(options: CompilerOptions): EmitOptions {
  const { jsx, jsxFactory, jsxFragmentFactory, jsxImportSource } = options;
  const { experimentalDecorators, useDefineForClassFields, target } = options;
  const isAutomatic = jsx === "react-jsx" || jsx === "react-jsxdev";
  return {
    texts: {
      jsx: textOf(jsx, jsxFactory, jsxFragmentFactory, jsxImportSource),
      decorators: textOf(experimentalDecorators),
      // The target decides where nothing is said: before ES2022 fields are assigned.
      fields: textOf(
        useDefineForClassFields,
        useDefineForClassFields === undefined ? target?.toLowerCase() : undefined,
      ),
    },
    jsxRuntime: isAutomatic
      ? `${jsxImportSource ?? "react"}/jsx-${jsx === "react-jsx" ? "" : "dev-"}runtime`
      : undefined,
    jsxNames: [jsxFactory, jsxFragmentFactory].flatMap((name) => name?.split(".", 1) ?? []),
  };
}

function textOf(...options: readonly unknown[]): string {
  return JSON.stringify(options.map((option) => option ?? null));
}

function compilerOptions(folder: string, named: string | undefined): CompilerOptions {
  const { getTsconfig, parseTsconfig } = createRequire(import.meta.url)("get-tsconfig") as typeof GetTsconfig;
  try {
    const config = named === undefined ? getTsconfig(folder)?.config : parseTsconfig(path.resolve(folder, named));
    return config?.compilerOptions ?? {};
  } catch (error) {
    // A file that tsx cannot read either stops the program where TypeScript runs, and means nothing where none does.
    if (error instanceof Error) return {};
    throw error;
  }
}

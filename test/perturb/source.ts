import babel, { type NodePath, type types as t } from "@babel/core";

/** A replacement of the text between two offsets. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One module's text with its tree, as rules see it. */
export class Source {
  readonly file: string;
  readonly text: string;
  readonly program: NodePath<t.Program>;
  readonly #byType = new Map<string, NodePath[]>();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    let program: NodePath<t.Program> | undefined;
    babel.traverse(parseModule(file, text), {
      enter: (path) => {
        if (path.isProgram()) program = path;
        this.#byType.set(path.node.type, [...(this.#byType.get(path.node.type) ?? []), path]);
      },
    });
    if (program === undefined) throw new Error(`${file} holds no program`);
    this.program = program;
  }

  get isTypeScript(): boolean {
    return /\.[cm]?tsx?$/.test(this.file);
  }

  /** It has import or export statements; else CommonJS is assumed. */
  get isModule(): boolean {
    return this.program.node.body.some(({ type }) => /^(Import|Export)/.test(type));
  }

  paths(type: string): readonly NodePath[] {
    return type === "Program" ? [this.program] : (this.#byType.get(type) ?? []);
  }

  of(node: t.Node): string {
    return this.text.slice(node.start ?? 0, node.end ?? 0);
  }

  /** With its parentheses. */
  around(node: t.Node): Splice {
    const opening = node.extra?.["parenthesized"] === true ? node.extra["parenStart"] : undefined;
    if (typeof opening !== "number") return { start: node.start ?? 0, end: node.end ?? 0, text: "" };
    return { start: opening, end: this.text.indexOf(")", node.end ?? 0) + 1, text: "" };
  }

  replace(node: t.Node, text: string): Splice {
    return { start: node.start ?? 0, end: node.end ?? 0, text };
  }

  swap(a: t.Node, b: t.Node): readonly Splice[] {
    return [this.replace(a, this.of(b)), this.replace(b, this.of(a))];
  }

  /** The first `token` between two places. */
  token(
    token: string,
    from: number | null | undefined,
    to: number | null | undefined,
    text: string,
  ): Splice | undefined {
    const start = this.text.indexOf(token, from ?? 0);
    return start < 0 || start + token.length > (to ?? 0) ? undefined : { start, end: start + token.length, text };
  }
}

export function insert(at: number | null | undefined, text: string): Splice {
  return { start: at ?? 0, end: at ?? 0, text };
}

/** Applied from the end; overlapping splices are an error of the rule. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => b.start - a.start || b.end - a.end);
  let result = text;
  let limit = text.length;
  for (const { start, end, text: inserted } of ordered) {
    if (end > limit) throw new Error(`splices overlap at ${start}`);
    result = result.slice(0, start) + inserted + result.slice(end);
    limit = start;
  }
  return result;
}

export function parseModule(file: string, text: string): t.File {
  const isTypeScript = /\.[cm]?tsx?$/.test(file);
  const ast = babel.parseSync(text, {
    configFile: false,
    babelrc: false,
    sourceType: "unambiguous",
    parserOpts: {
      createParenthesizedExpressions: false,
      plugins: [
        ...(isTypeScript ? (["typescript"] as const) : []),
        ...(file.endsWith("x") ? (["jsx"] as const) : []),
        "decorators",
        "decoratorAutoAccessors",
      ],
    },
  });
  if (ast === null) throw new Error(`${file} was not parsed`);
  return ast;
}

/** Laid out anew by a printer, which also drops comments. */
export function reprint(file: string, text: string): string | undefined {
  const printed = babel.transformFromAstSync(parseModule(file, text), text, {
    configFile: false,
    babelrc: false,
    comments: false,
    generatorOpts: { jsescOption: { quotes: "single" } },
  });
  return printed?.code ?? undefined;
}

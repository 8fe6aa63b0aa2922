/** A package with consecutive versions of it, as the registry has them. */
export interface History {
  readonly name: string;
  /** How its code is written, for the table. */
  readonly shape: string;
  readonly versions: readonly string[];
  /** The module that is imported, from the package's folder, and what of it besides its names. The first that a version has. */
  readonly entries: readonly { readonly file: string; readonly besides?: string }[];
}

/** Packages that publish their modules one by one: what `npm pack` gives is what people edited. */
export const histories: readonly History[] = [
  {
    name: "semver",
    shape: "classes that import each other, CommonJS",
    versions: words(
      `7.1.0 7.1.1 7.1.2 7.1.3 7.2.0 7.2.1 7.2.2 7.2.3 7.3.0 7.3.1 7.3.2 7.3.3 7.3.4 7.3.5 7.3.6 7.3.7 7.3.8 7.4.0 7.5.0
       7.5.1 7.5.2 7.5.3 7.5.4 7.6.0 7.6.1 7.6.2 7.6.3 7.7.0 7.7.1 7.7.2 7.7.3 7.7.4 7.8.0 7.8.1 7.8.2 7.8.3 7.8.4 7.8.5
       7.8.6`,
    ),
    entries: [{ file: "index.js" }],
  },
  {
    name: "date-fns",
    shape: "functions over dates, locales as tables",
    versions: words(
      `2.25.0 2.26.0 2.27.0 2.28.0 2.29.0 2.29.1 2.29.2 2.29.3 2.30.0 3.0.0 3.0.1 3.0.2 3.0.3 3.0.4 3.0.5 3.0.6 3.1.0 3.2.0
       3.3.0 3.3.1 3.4.0 3.5.0 3.6.0 4.0.0 4.1.0 4.2.0 4.2.1 4.3.0 4.4.0`,
    ),
    entries: [
      { file: "esm/index.js", besides: 'export { default as de } from "./package/esm/locale/de/index.js";' },
      { file: "index.mjs", besides: 'export { de } from "./package/locale/de.mjs";' },
      { file: "index.js", besides: 'export { de } from "./package/locale/de.js";' },
    ],
  },
  {
    name: "es-toolkit",
    shape: "small functions",
    versions: words(
      `1.36.0 1.37.0 1.37.1 1.37.2 1.38.0 1.39.0 1.39.1 1.39.2 1.39.3 1.39.4 1.39.5 1.39.6 1.39.7 1.39.8 1.39.9 1.39.10 1.40.0
       1.41.0 1.42.0 1.43.0 1.44.0 1.45.0 1.45.1 1.46.0 1.46.1 1.47.0 1.47.1 1.48.0 1.48.1 1.49.0 1.50.0 1.51.0 1.52.0
       1.53.0 1.53.1 1.53.2`,
    ),
    entries: [{ file: "dist/index.mjs" }, { file: "dist/index.js" }],
  },
  {
    // Without 4.17.12, which does not load: `root is not defined`.
    name: "lodash-es",
    shape: "functions made by functions, shared tables",
    versions: words(
      `4.15.0 4.16.0 4.16.1 4.16.2 4.16.3 4.16.4 4.16.5 4.16.6 4.17.0 4.17.1 4.17.2 4.17.3 4.17.4 4.17.5 4.17.6 4.17.7 4.17.8
       4.17.9 4.17.10 4.17.11 4.17.13 4.17.14 4.17.15 4.17.20 4.17.21 4.17.22 4.17.23 4.18.0 4.18.1`,
    ),
    entries: [{ file: "lodash.js", besides: 'export { default } from "./package/lodash.js";' }],
  },
  {
    name: "mathjs",
    shape: "factories that fill one table, classes",
    versions: words(
      `14.0.0 14.0.1 14.1.0 14.2.0 14.2.1 14.3.0 14.3.1 14.4.0 14.5.0 14.5.1 14.5.2 14.5.3 14.6.0 14.7.0 14.8.0 14.8.1 14.8.2
       14.9.1 15.0.0 15.1.0 15.1.1 15.2.0`,
    ),
    entries: [{ file: "lib/esm/index.js" }],
  },
];

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

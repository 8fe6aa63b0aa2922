/** One tag comment and the function it stands before. The options are checked by `loader/select`. */
export interface TagFacts {
  /** The text behind `@astrocache`, trimmed: `ttl=1d ignore=logger`. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Index into `ModuleFacts.functions`; undefined where the tag belongs to nothing. */
  readonly function: number | undefined;
}

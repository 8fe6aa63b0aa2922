/** Lists of arguments; see each list of groups. */
export interface Group {
  readonly name: string;
  readonly calls: readonly (() => readonly unknown[])[];
}

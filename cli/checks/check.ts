/** What `doctor` found of one thing. */
export interface Check {
  readonly name: string;
  readonly status: "ok" | "note" | "problem";
  readonly detail: string;
  readonly remedy?: string;
}

/**
 * - `decline`: the function is left as it is, its text is not rewritten.
 * - `bypass`: this call runs and is not stored.
 * - `shown`: the call is cached; the reason is shown, and `strict` turns it into a bypass.
 */
export interface Reason {
  readonly effect: "decline" | "bypass" | "shown";
  readonly sentence: string;
  readonly remedy: string;
}

/** The labels around a statement. A jump counts by how far out its label is, not by the label's name. */
export class JumpLabels {
  readonly #names: string[] = [];

  within(name: string, write: () => void): void {
    this.#names.push(name);
    write();
    this.#names.pop();
  }

  /** 0 for a jump without a label, 1 for the innermost label. */
  depth(name: string | undefined): number {
    return name === undefined ? 0 : this.#names.length - this.#names.lastIndexOf(name);
  }
}

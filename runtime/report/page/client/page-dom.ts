/** The part of the browser's document that the page uses. The program itself is compiled without a browser's names. */
export interface PageDocument {
  querySelector(selector: string): PageElement | null;
  readonly activeElement: PageElement | null;
}

export interface PageElement {
  innerHTML: string;
  textContent: string | null;
  hidden: boolean;
  readonly dataset: Record<string, string | undefined>;
  readonly scrollLeft: number;
  readonly scrollTop: number;
  readonly scrollWidth: number;
  readonly scrollHeight: number;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  setAttribute(name: string, value: string): void;
  getBoundingClientRect(): PageBox;
  addEventListener(type: "click" | "keydown", listener: (event: PageEvent) => void): void;
  focus(): void;
  scrollIntoView(options: { readonly block: "nearest" }): void;
}

export interface PageBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

export interface PageEvent {
  readonly target: PageElement | null;
  readonly key?: string;
  preventDefault(): void;
}

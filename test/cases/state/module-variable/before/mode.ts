let mode = "fast";
export function use(next: string): void {
  mode = next;
}
export const current = (): string => mode;

/** Stores as they are shown. A password may hold any character, a comma or an @ too: rather too much is hidden. */
export function withoutCredentials(stores: string): string {
  return stores.replace(/\/\/.*@/gs, "//…@");
}

interface Context {
  readonly settings: { readonly size: number };
}

// @astrocache ignore=context
function settingsOf(context: Context, name: string) {
  console.error("ran settingsOf");
  return { name, settings: context.settings };
}

const context = { settings: { size: 1 } };
console.log(settingsOf(context, "a").settings === context.settings);

const registry = {
  items: [{ id: 1 }],
  describe: () => "the registry",
};

// @astrocache
function first() {
  console.error("ran first");
  return registry.items[0];
}

console.log(first() === registry.items[0], registry.describe());

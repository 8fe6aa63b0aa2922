exports.bars = (counts) => {
  const most = Math.max(...counts.values());
  return [...counts]
    .map(([key, count]) => `${String(key).padStart(4)} ${"#".repeat(Math.ceil((40 * count) / most))}`)
    .join("\n");
};

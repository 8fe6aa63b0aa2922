function counter() {
  let count = 0;
  const step = () => {
    count += 1;
  };
  // @astrocache
  const read = () => {
    console.error("ran read");
    return count;
  };
  return { read, step };
}

const c = counter();
const seen = [c.read()];
c.step();
seen.push(c.read(), c.read());
c.step();
seen.push(c.read());
console.log(...seen);

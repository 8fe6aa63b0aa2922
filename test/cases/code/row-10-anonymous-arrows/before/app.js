const FNS = [
  (x) => {
    console.error("ran a");
    return x + 1;
  },
  (x) => {
    console.error("ran b");
    return x * 2;
  },
];

console.log(FNS[0](10), FNS[1](10));

const html = (strings, ...values) => ({ strings, values });
// @astrocache
function view(name) {
  console.error("ran view");
  return html`<b>${name}</b>`;
}
// @astrocache
function text(strings, ...values) {
  console.error("ran text");
  return strings.raw.join("|") + values.join();
}
console.log(view("a").strings === view("b").strings, view("a").strings, Object.isFrozen(view("a").strings));
console.log(text`x${1}\n`, text`x${2}\n`, text`x${1}
`);

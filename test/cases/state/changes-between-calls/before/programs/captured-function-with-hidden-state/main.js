function make() { let n = 0; const bump = () => ++n; 
// @astrocache
const get = () => bump(); return get; }
const g = make(); console.log("captured function with hidden state:", g(), g());

class C { #n = 0; inc() { this.#n++; } get() { return this.#n; } }
export default new C();

class Client {
  #rate = 1;
  get() {
    return this.#rate;
  }
  set(rate) {
    this.#rate = rate;
  }
}
export const client = new Client();

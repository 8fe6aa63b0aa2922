class Client {
  rate = 1;
  get() {
    return this.rate;
  }
}
export const client = new Client();

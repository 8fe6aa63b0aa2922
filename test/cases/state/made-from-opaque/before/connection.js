let time = 0;

class Connection {
  #open = true;
  Base = class {
    size() {
      return this.#size();
    }
    #size() {
      return 5;
    }
  };
  rows = [{ id: 1 }, { id: 2 }];
  count = 2;
  get isOpen() {
    return this.#open;
  }
  time() {
    return ++time;
  }
}

export const connection = new Connection();

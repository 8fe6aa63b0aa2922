export const Named = (Super) =>
  class extends Super {
    greeting() {
      return `hi ${this.name}`;
    }
  };

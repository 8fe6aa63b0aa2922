export function mix(Class) {
  Class.prototype.m = () => "mixed 1";
}

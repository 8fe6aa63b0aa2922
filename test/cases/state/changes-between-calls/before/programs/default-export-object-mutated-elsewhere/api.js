export default { get() { return 1; } };

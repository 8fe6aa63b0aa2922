export const name = () => "one";

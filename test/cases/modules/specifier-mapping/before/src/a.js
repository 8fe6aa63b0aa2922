export const letter = () => "a";

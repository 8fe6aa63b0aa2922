export const letter = () => "b";

exports.word = () => "original";

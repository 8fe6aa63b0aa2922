exports.IMPORTED = 10;

/** Colors of titles, of axes and of grid lines. */
export const [INK, QUIET, LINE] = ["#3c4043", "#5f6368", "#e8eaed"];

export const FONT = { family: 'Roboto, "Helvetica Neue", Arial, sans-serif', size: 12 };

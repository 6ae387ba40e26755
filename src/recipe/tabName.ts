/** A tab's name as formulas write it; a short one may read as a cell (Q1), so only long words go without quotes. */
export const quotedTab = (name: string) =>
  /^[A-Za-z_]{4,}$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;

// What databases lack a function for, from hyperbolic functions, which keep their digits near 0. Arguments are names of
// columns or in parentheses.

/** ln(1 + part ÷ whole), the part above minus the whole. */
export const logOfGrowth = (part: string, whole: string): string =>
  `CASE WHEN ${part} < ${whole} THEN 2 * ATANH(${part} / (2 * ${whole} + ${part})) ELSE LN(1 + ${part} / ${whole}) END`;

/** e^y − 1. */
export const growthOf = (y: string): string =>
  `CASE WHEN ${y} < 1 THEN 2 * TANH(${y} / 2) / (1 - TANH(${y} / 2)) ELSE EXP(${y}) - 1 END`;

/** 1 − (1 + u)^−R = 1 − e^(−2q), q = R artanh(u ÷ (2+u)), for u above 0. */
export const shareGone = (u: string, rate: string): string =>
  `2 / (1 + 1 / TANH(${rate} * ATANH(${u} / (2 + ${u}))))`;

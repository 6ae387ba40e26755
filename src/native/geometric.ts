/** Σ ratio^t for t = 0 … terms − 1, as a formula. */
export const geometric = (ratio: string, terms: string) =>
  `IF(${ratio}=1, ${terms}, (1-${ratio}^${terms})/(1-${ratio}))`;

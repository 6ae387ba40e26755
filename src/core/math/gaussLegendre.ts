/** Positive nodes and weights of the Gauss–Legendre rule of 8 points on −1 to 1, Abramowitz and Stegun table 25.4. */
export const nodes: readonly number[] = [
  0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975362,
];
export const weights: readonly number[] = [
  0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626,
];

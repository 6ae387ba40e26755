import { betaDropout } from "./betaDropout";

/**
 * MBG/NBD: as the BG/NBD, but a customer may drop out after the first purchase too. E. Batislam, M. Denizel,
 * A. Filiztekin (2007), International Journal of Research in Marketing 24(3); D. Hoppe, U. Wagner (2007), Marketing ZFP 29.
 */
export const mbgNbd = betaDropout("mbg/nbd", 1);

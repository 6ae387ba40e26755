import { betaDropout } from "./betaDropout";

/**
 * BG/NBD: a customer may drop out after each repeat purchase, so those without one are certainly active. P. Fader,
 * B. Hardie, K. Lee (2005), Marketing Science 24(2), 275–284: equation 6 for the likelihood, 9 and 10 for expectations.
 */
export const bgNbd = betaDropout("bg/nbd", 0);

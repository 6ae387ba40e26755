/** The ISO codes that a written currency may stand for: "kr" is Swedish, Norwegian, Danish or Icelandic. */
export type Currency = readonly string[];

/** ISO 4217, with a few that have gone since 2011. A list, since "Rev 2026" and "SKU 12" are not amounts. */
const codes = (
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP " +
  "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG " +
  "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL " +
  "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD " +
  "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX " +
  "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
).split(" ");

/** What signs mean where they stand alone. "$" is the US dollar: other dollars are told from it by a letter or a code. */
const signs: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY CNY",
  "\uffe5": "JPY CNY",
  "₹": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₪": "ILS",
  "₺": "TRY",
  "₴": "UAH",
  "₫": "VND",
  "฿": "THB",
  "₦": "NGN",
  "₱": "PHP",
  "₡": "CRC",
  "₲": "PYG",
  "₵": "GHS",
  "₸": "KZT",
  "₾": "GEL",
  "₼": "AZN",
  元: "CNY TWD HKD",
  円: "JPY",
  원: "KRW",
};

/** Abbreviations, with or without a full stop. */
const abbreviations: Readonly<Record<string, string>> = {
  kr: "SEK NOK DKK ISK",
  zł: "PLN",
  Kč: "CZK",
  Ft: "HUF",
  lei: "RON MDL",
  лв: "BGN",
  руб: "RUB BYN",
  Euro: "EUR",
  euro: "EUR",
  SFr: "CHF",
  Fr: "CHF",
  Rs: "INR PKR LKR NPR MUR SCR",
  Rp: "IDR",
  RM: "MYR",
  R: "ZAR",
  TL: "TRY",
  "S/": "PEN",
};

/** What stands before "$". */
const dollars: Readonly<Record<string, string>> = {
  US: "USD",
  C: "CAD NIO",
  CA: "CAD",
  CAN: "CAD",
  CDN: "CAD",
  A: "AUD",
  AU: "AUD",
  NZ: "NZD",
  HK: "HKD",
  S: "SGD",
  SG: "SGD",
  NT: "TWD",
  TW: "TWD",
  MX: "MXN",
  MEX: "MXN",
  R: "BRL",
  AR: "ARS",
  CL: "CLP",
  CO: "COP",
};

const anyOf = (marks: object) => Object.keys(marks).join("|").replace("$", "\\$");

/** Matches a currency as people and programs write it next to an amount, before or behind it. */
export const currencyPattern = [
  "[A-Za-z]{1,3} ?\\$",
  anyOf(signs),
  `(?:${anyOf(abbreviations)})\\.?`,
  ...codes,
  ...codes.map((code) => code.toLowerCase()),
].join("|");

/** The currency that a mark stands for which `currencyPattern` matches. */
export function currencyMarked(mark: string): Currency {
  const bare = mark.replace(/[. ]/g, "");
  const before = bare.slice(0, -1).toUpperCase();
  const meant =
    before && bare.endsWith("$")
      ? (dollars[before] ?? (before.length === 3 ? before : bare))
      : (signs[bare] ?? abbreviations[bare] ?? bare);
  return meant.toUpperCase().split(" ");
}

/** True for a mark that says the currency without doubt, whatever sign stands next to it: $12 CAD. */
export const isCode = (mark: string): boolean => codes.includes(mark.toUpperCase());

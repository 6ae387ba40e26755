/** What a text says about money: a number, more than one number depending on the country, or no number. */
export type AmountReading = number | "ambiguous" | undefined;

/** ISO 4217, with a few that have gone since 2011. A list, since "Rev 2026" and "SKU 12" are no amounts. */
const codes =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP " +
  "CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG " +
  "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL " +
  "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD " +
  "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX " +
  "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG";

/** Currency signs, ISO codes in capitals or small letters, and the usual abbreviations, at either end. */
const currency = [
  "[A-Za-z]{1,3}\\$|[$€£¥\uffe5₹₽₩₪₺₴₫฿₦₱₡₲₵₸₾₼]",
  "kr\\.?|zł|Kč|Ft|lei|лв\\.?|руб\\.?|[Ee]uro|S?Fr\\.?|Rs\\.?|R[pM]?|S/\\.?|TL|元|円|원",
  `${codes} ${codes.toLowerCase()}`.replace(/ /g, "|"),
].join("|");
const sign = "([-+]?)";
/** Digits with points and commas, and between digits with spaces and apostrophes. */
const digits = "((?:[\\d.,]|[ '’](?=\\d))+)";
const withCurrency = new RegExp(
  `^${sign} ?(?:${currency})? ?${sign} ?${digits} ?${sign} ?(?:${currency})? ?${sign}$`,
);

const directionMarks = /[\u200e\u200f\u061c]/g;
const minusSigns = /[\u2212\u2013]/g;
const brackets = /^([^()\d]*)\(([^()]*)\)([^()\d]*)$/;
const longestAmount = 60;

/**
 * Reads an amount written as text in any common notation: `€1.234,56`, `$1,234.56`, `1 234,56 EUR`, `12-`, `(12.00)`
 * for minus. `1,234` is 1234 to some and 1.234 to others: "ambiguous".
 */
export function readAmount(text: string): AmountReading {
  const trimmed = text.trim();
  if (trimmed.length > longestAmount || /[\t\r\n]/.test(trimmed)) return undefined;
  const bare = trimmed.replace(directionMarks, "").replace(minusSigns, "-").replace(/\s+/g, " ").trim();
  const body = bare.replace(brackets, "$1$2$3").trim();
  const inBrackets = body !== bare;
  const match = withCurrency.exec(body);
  if (!match) return undefined;
  const signs = match[1]! + match[2]! + match[4]! + match[5]!;
  if (signs.length > (inBrackets ? 0 : 1)) return undefined;
  const size = readDigits(match[3]!);
  if (typeof size !== "number") return size;
  return inBrackets || signs === "-" ? 0 - size : size;
}

const withOneMark = /^\d*[.,]?\d+$/;
const couldBeGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** Thousands between points, commas, spaces or apostrophes, then decimals behind another mark. */
const inThousands = /^(\d{1,3}([.,'’ ])\d{3}(?:\2\d{3})*)(?:(?!\2)[.,](\d+))?$/;
/** Lakhs and crores: 12,34,567.89. */
const inLakhs = /^(\d{1,2}(,)(?:\d\d,)+\d{3})(?:\.(\d+))?$/;

/** Reads digits with points and commas, or with spaces or apostrophes between the thousands: 1 234 567, 1'234'567. */
function readDigits(text: string): AmountReading {
  if (withOneMark.test(text)) return couldBeGrouped.test(text) ? "ambiguous" : Number(text.replace(",", "."));
  const match = inThousands.exec(text) ?? inLakhs.exec(text);
  return match ? Number(`${match[1]!.replace(/\D/g, "")}.${match[3] ?? 0}`) : undefined;
}

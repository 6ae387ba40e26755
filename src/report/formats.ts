import type { SaidFigure } from "../answers/sentence";
import type { SentCell } from "../sheet/sentCell";
import type { Unit } from "../sheet/unit";

/** Signs of currencies that are known by one everywhere; the others are written by their code. */
const signs: Readonly<Record<string, string>> = {
  AUD: "A$",
  BRL: "R$",
  CAD: "CA$",
  CNY: "CN¥",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  ILS: "₪",
  INR: "₹",
  JPY: "¥",
  KRW: "₩",
  MXN: "MX$",
  NZD: "NZ$",
  PHP: "₱",
  PLN: "zł",
  THB: "฿",
  TRY: "₺",
  TWD: "NT$",
  UAH: "₴",
  USD: "$",
  VND: "₫",
};

/** What stands before amounts: a sign, or a code with a space. */
export function currencySign(currency: string): string {
  const text = currency.trim().replace(/"/g, "");
  const sign = signs[text.toUpperCase()] ?? text;
  return /[A-Za-z]{3}$/.test(sign) ? `${sign} ` : sign;
}

/** The sign of what is below 0, in number formats. */
export const minus = '"−"';

/** The number format of amounts: without hundredths where the largest has four digits, or as many as are said. */
export function moneyFormat(
  sign: string,
  values: readonly (SentCell | undefined)[],
  wholeFrom = 1000,
): string {
  const largest = values.reduce<number>(
    (most, value) => (typeof value === "number" ? Math.max(most, Math.abs(value)) : most),
    0,
  );
  const digits = largest >= wholeFrom ? "#,##0" : "#,##0.00";
  const amount = sign ? `"${sign}"${digits}` : digits;
  return `${amount};${minus}${amount}`;
}

export const [share, changeOf, count, decimal] = ["0.0%", `+0.0%;${minus}0.0%;0.0%`, "#,##0", "#,##0.0"];

/** The format of a day: nobody knows whether Sheets gives one to a date that a function gives, or shows its number. */
const dayFormat = "yyyy-mm-dd";

/** The number format of cells by what they hold; "" for text and parameters, which a cell shows best by itself. */
export function formatOfUnit(unit: Unit, money: string): string {
  const formats: Readonly<Record<Unit, string>> = {
    money,
    share,
    count,
    periods: decimal,
    ratio: "#,##0.00",
    number: "#,##0.00",
    parameter: "",
    date: dayFormat,
    period: dayFormat,
    text: "",
  };
  return formats[unit];
}

/** The sign of amounts behind the title of a chart. */
export const unitOf = ({ sign }: { readonly sign: string }) => sign.trim() && ` (${sign.trim()})`;

/** The format of the first day of a period; no format of a date can say the number of its quarter. */
export const periodFormat = (period: string) =>
  ({ year: "yyyy", quarter: '"From "mmm yyyy', month: "mmm yyyy" })[period] ?? "d mmm yyyy";

/** A figure in a sentence of the report, amounts behind a sign. */
export const figureWith =
  (sign: string) =>
  ({ value, unit }: SaidFigure): string => {
    const digits =
      unit === "share"
        ? 1
        : unit === "money" && Math.abs(value) < 1000
          ? 2
          : unit === "number" && value < 10
            ? 1
            : 0;
    const text = (unit === "share" ? 100 * value : value).toLocaleString("en-US", {
      minimumFractionDigits: unit === "money" ? digits : 0,
      maximumFractionDigits: digits,
    });
    return unit === "money" ? `${sign}${text}` : unit === "share" ? `${text}%` : text;
  };

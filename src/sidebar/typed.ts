// What a person types into a field of the sidebar, read as a number.
import { readAmount } from "../sheet/amount";

/** What was typed: a number, null for nothing, or why it cannot be one. */
export type Typed = { readonly value: number | null } | { readonly fault: string };

const nothing: Typed = { value: null };

/** Digits with decimals behind a point or a comma. */
const plain = /^\d*[.,]?\d+$/;

/** A share: 40%, 40, 0.4 and 0,4 are the same. Up to the `most`, what could be either has to say which. */
export function readShare(name: string, text: string, most = 1): Typed {
  const bare = text.replace(/\s/g, "");
  if (bare === "") return nothing;
  const digits = bare.replace(/%$/, "");
  const isMarked = digits !== bare;
  const number = plain.test(digits) ? Number(digits.replace(",", ".")) : NaN;
  if (number >= 1 && number <= most && !isMarked) {
    const whole = Number((100 * number).toPrecision(12));
    return {
      fault: `${name} must say whether it is a percentage, got ${digits}: write ${digits}% or ${whole}%`,
    };
  }
  const share = number < 1 && !isMarked ? number : number / 100;
  return share <= most
    ? { value: Number(share.toPrecision(12)) }
    : {
        fault: `${name} must be a share from 0% to ${100 * most}%, got ${text.trim()}: write 40%, 40 or 0.4`,
      };
}

/** A share that growth can take beyond all of it. */
export const readGrowingShare = (name: string, text: string): Typed => readShare(name, text, 5);

/** A sum of money of 0 or more, in any notation that can mean only one. */
export const readMoney = (name: string, text: string): Typed =>
  readAmountAs("an amount", "25 or 25.50", name, text);

/** A number of 0 or more, in any notation that can mean only one. */
export const readNumber = (name: string, text: string): Typed =>
  readAmountAs("a number", "3 or 3.5", name, text);

function readAmountAs(what: string, such: string, name: string, text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return nothing;
  const amount = readAmount(trimmed);
  if (amount === "ambiguous") {
    const [whole, decimals] = trimmed.split(/[.,]/) as [string, string];
    return {
      fault: `${name} must be ${what} that can be read only one way, got ${trimmed}: write ${whole}${decimals} or ${whole}.${decimals}0`,
    };
  }
  return amount !== undefined && amount >= 0
    ? { value: amount }
    : { fault: `${name} must be ${what} of 0 or more, got ${trimmed}: write digits such as ${such}` };
}

/** How many: a whole number of 1 or more. */
export function readCount(name: string, text: string): Typed {
  const trimmed = text.trim();
  if (trimmed === "") return nothing;
  return /^0*[1-9]\d{0,3}$/.test(trimmed)
    ? { value: Number(trimmed) }
    : { fault: `${name} must be a whole number of 1 or more, got ${trimmed}` };
}

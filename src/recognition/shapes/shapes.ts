import type { Assigned } from "../columns/assigned";
import type { Confidence, Meaning, Shape } from "../types";

/** What a shape needs, one meaning of each list, and what it may have besides. */
interface Columns {
  readonly needs: readonly (readonly Meaning[])[];
  readonly may: readonly Meaning[];
}

export const shapes: Readonly<Record<Shape, Columns>> = {
  orders: {
    needs: [["customer"], ["date"], ["amount"]],
    may: ["order", "status", "segment", "refund", "currency"],
  },
  lines: {
    needs: [["customer"], ["date"], ["quantity"], ["price"]],
    may: ["order", "status", "segment", "currency"],
  },
  subscriptions: {
    needs: [["customer"], ["start", "mrr"], ["end", "mrr"]],
    may: ["interval", "term", "segment", "status", "currency"],
  },
  cube: { needs: [["customer"]], may: ["segment", "currency"] },
  monthly: {
    needs: [
      ["period"],
      ["revenue", "revenuePerCustomer"],
      ["customerCount", "customersAtEnd"],
      ["lost", "churnRate"],
    ],
    may: ["newCustomers", "margin", "segment"],
  },
  customers: {
    needs: [["customer"], ["revenue"], ["orderCount", "firstDate", "lastDate"]],
    may: ["segment", "currency"],
  },
  spend: { needs: [["period"], ["spend"]], may: ["segment", "newCustomers", "currency"] },
  deals: {
    needs: [["customer"], ["date"], ["amount"], ["status"]],
    may: ["order", "segment", "currency"],
  },
  snapshot: {
    needs: [["tenure"], ["charge", "revenueToDate"], ["left"]],
    may: ["customer", "segment", "currency"],
  },
  usage: { needs: [["customer"], ["signal"]], may: ["left", "end", "segment"] },
  touches: { needs: [["customer"], ["date"], ["segment"]], may: [] },
  histories: {
    needs: [["frequency"], ["recency"], ["age"]],
    may: ["customer", "repeatValue", "customerCount", "currency"],
  },
};

export const allShapes = Object.keys(shapes) as Shape[];
export const meaningsOf = (shape: Shape) => new Set([...shapes[shape].needs.flat(), ...shapes[shape].may]);

/** What the columns of a table mean where it has a shape. */
export interface Mapping {
  readonly shape: Shape;
  readonly score: number;
  readonly confidence: Confidence;
  readonly assigned: readonly Assigned[];
}

const levels: readonly Confidence[] = ["low", "medium", "high"];
export const lowest = (all: readonly Confidence[]): Confidence =>
  levels[Math.min(2, ...all.map((one) => levels.indexOf(one)))]!;

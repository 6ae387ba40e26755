import { useEffect, useState } from "preact/hooks";
import type { Answer } from "../answers/answer";
import { type Data, requestOf } from "./data";
import { ask } from "./server";

/** What was asked for, once it is there; or why it isn't. */
export interface Asked<T> {
  readonly value?: T;
  readonly failure?: string;
}

/** Asks whenever one of the inputs changes; an answer that comes after the next question is dropped. */
export function useAsked<T>(question: () => Promise<T> | undefined, inputs: readonly unknown[]): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({});
  useEffect(() => {
    let isCurrent = true;
    const take = async () => {
      try {
        const value = await question();
        if (isCurrent && value !== undefined) setAsked({ value });
      } catch (error) {
        if (isCurrent) setAsked({ failure: (error as Error).message });
      }
    };
    setAsked({});
    void take();
    return () => void (isCurrent = false);
  }, inputs);
  return asked;
}

/** The answer from the chosen table; null where it gives no value. */
export const useAnswer = (data: Data): Asked<Answer | null> =>
  useAsked(
    () => (data.table?.isUsable ? ask("answerFrom", requestOf(data)) : undefined),
    [data.table, data.changes, data.revision],
  );

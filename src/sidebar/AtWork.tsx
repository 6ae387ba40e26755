import { useEffect, useState } from "preact/hooks";
import { watchAsking } from "./server";

/** What takes no longer needs no sign, in milliseconds. */
const soon = 700;

/** A line that moves as long as the add-on is at work on something asked from here. */
export function AtWork() {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const end = watchAsking((isAsking) => {
      clearTimeout(timer);
      if (isAsking) timer = setTimeout(() => setShown(true), soon);
      else setShown(false);
    });
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);
  return isShown ? <div class="at-work" role="progressbar" aria-label="CLV is at work" /> : null;
}

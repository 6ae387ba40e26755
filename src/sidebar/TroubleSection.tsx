import { useRef, useState } from "preact/hooks";
import type { Data } from "./data";
import { ask } from "./server";

/** As long as no message of the sidebar's is. */
const long = "x".repeat(500_000);

/** The outcomes of the check, once a long message has gone there and back. */
async function outcomes(): Promise<string> {
  const start = performance.now();
  const back = await ask("echo", long);
  const milliseconds = Math.round(performance.now() - start);
  return ask("noteTrip", { there: long.length, back: back.length, milliseconds });
}

/** What is of use to who reports a fault. */
export function TroubleSection({ data }: { readonly data: Data }) {
  const [text, setText] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const fail = (error: Error) => data.notify({ message: error.message, isError: true });
  const show = () => outcomes().then(setText, fail);
  const copy = () => {
    area.current?.select();
    const isCopied = document.execCommand("copy");
    data.notify({ message: isCopied ? "Copied." : "The text is selected: press Ctrl+C or ⌘C." });
  };
  const tryCopy = () => ask("tryCopy", null).then((message) => data.notify({ message }), fail);
  return (
    <details>
      <summary>If something does not work</summary>
      <p class="quiet">
        Choose Check CLV in this spreadsheet in the menu. The result has none of your data: copy it into your
        bug report.
      </p>
      {text && <textarea ref={area} aria-label="Result of the check" rows={8} readOnly value={text} />}
      <p class="actions">
        <button type="button" onClick={() => void (text ? copy() : show())}>
          {text ? "Copy the result" : "Show the result"}
        </button>
        <button type="button" onClick={() => void tryCopy()}>
          Try to make a copy
        </button>
      </p>
      <p class="quiet">
        The copy stays in your Drive, with everything in this spreadsheet, until you delete it.
      </p>
    </details>
  );
}

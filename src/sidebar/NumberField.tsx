import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Typed } from "./typed";

/** A field in which a number is typed, and below it why what was typed is none. */
export function TypedField(props: {
  readonly id: string;
  readonly label: ComponentChildren;
  readonly placeholder?: string;
  readonly text: string;
  readonly fault: string;
  readonly setText: (text: string) => void;
  readonly commit: () => void;
}) {
  const { id, label, placeholder, text, fault, setText, commit } = props;
  return (
    <div class="field inline">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        placeholder={placeholder}
        value={text}
        aria-invalid={fault !== ""}
        aria-describedby={fault ? `${id}-fault` : undefined}
        onInput={(event) => setText(event.currentTarget.value)}
        onChange={commit}
      />
      {fault && (
        <p class="fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** A field that hands on the number that is typed, null where it is none. */
export function NumberField(props: {
  readonly id: string;
  readonly label: string;
  /** What a fault calls it, where that is not its label. */
  readonly name?: string;
  readonly read: (name: string, text: string) => Typed;
  readonly take: (value: number | null) => void;
}) {
  const { id, label, name = label, read, take } = props;
  const [text, setText] = useState("");
  const [fault, setFault] = useState("");
  const commit = () => {
    const typed = read(name, text);
    setFault("fault" in typed ? typed.fault : "");
    take("value" in typed ? typed.value : null);
  };
  return <TypedField id={id} label={label} text={text} fault={fault} setText={setText} commit={commit} />;
}

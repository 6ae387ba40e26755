import type { Data } from "./data";
import type { Answer } from "../answers/answer";
import { currencies } from "./words";

const editable = [
  { key: "gross_margin", label: "Gross margin %", isShare: true },
  { key: "cac", label: "Acquisition cost" },
  { key: "window", label: "Window, in periods" },
  { key: "inactive_after", label: "Lost after, in periods" },
  { key: "period", label: "Period", choices: ["week", "month", "quarter", "year"] },
  { key: "as_of", label: "Data as of", isDay: true },
  { key: "currency", label: "Currency", choices: ["", ...currencies] },
  { key: "discount_rate", label: "Discount % a year", isShare: true },
  { key: "horizon", label: "Horizon, in months" },
] as const;

type Editable = (typeof editable)[number];

/** Lists with ends are from a day; all other rows carry their own. */
const hasDayOfList = ({ table }: Data) => table?.shape === "subscriptions";

/** What the figures rest on, to be changed. */
export function Assumptions({
  data,
  answer,
}: {
  readonly data: Data;
  readonly answer: Answer | null | undefined;
}) {
  return (
    <section>
      <h2>Assumptions</h2>
      {editable
        .filter(({ key }) => key !== "as_of" || hasDayOfList(data))
        .map((one) => (
          <div class="field inline" key={one.key}>
            <label for={one.key}>{one.label}</label>
            <AssumptionInput one={one} data={data} assumed={answer?.assumed ?? {}} />
          </div>
        ))}
      <p class="quiet">Saved on the tab CLV Setup when you insert something; formulas follow its cells.</p>
    </section>
  );
}

function AssumptionInput(props: {
  readonly one: Editable;
  readonly data: Data;
  readonly assumed: Answer["assumed"];
}) {
  const { one, data, assumed } = props;
  const { key } = one;
  const value = assumed[key];
  if ("choices" in one) {
    return (
      <select
        id={key}
        value={typeof value === "string" ? value : ""}
        onChange={(event) => data.assume(key, event.currentTarget.value || null)}
      >
        {one.choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice || "none"}
          </option>
        ))}
      </select>
    );
  }
  if ("isDay" in one) {
    return (
      <input
        id={key}
        type="date"
        value={typeof value === "object" && value !== null ? value.date : ""}
        onChange={(event) => data.assume(key, event.currentTarget.value || null)}
      />
    );
  }
  const percent = "isShare" in one ? 100 : 1;
  return (
    <input
      id={key}
      type="number"
      min="0"
      step="any"
      placeholder={value === null ? "from data" : "not set"}
      value={typeof value === "number" ? Number((value * percent).toFixed(4)) : ""}
      onChange={(event) => {
        const given = event.currentTarget.value;
        data.assume(key, given === "" ? null : Number(given) / percent);
      }}
    />
  );
}

import { type SnapshotValue, snapshotValue } from "../../core/value/snapshotValue";
import { type Columns, column } from "../../sheet/column";
import { recordsFunction } from "../../sheet/recordsFunction";
import { confidence, grossMargin } from "../arguments";
import { chargeColumn, leftColumn, tenureColumn, toCustomersSoFar } from "./snapshot";

const columns: Columns<SnapshotValue> = {
  Value: column.money((row) => row.value),
  Low: column.money((row) => row.low),
  High: column.money((row) => row.high),
  Customers: column.count((row) => row.customers),
  Left: column.count((row) => row.left),
  "Charge per period": column.money((row) => row.charge),
  Churn: column.share((row) => row.churn),
  Lifetime: column.periods((row) => (row.churn > 0 ? 1 / row.churn : undefined)),
};

export const CLV_SNAPSHOT = recordsFunction({
  name: "CLV_SNAPSHOT",
  summary:
    "What a customer is worth, from a list of customers as they stand: how long each has stayed, what they pay per period, and whether they have left.",
  details:
    "Each row is one customer. Value is the mean charge × margin ÷ churn, where churn is those who left ÷ all the periods anyone has stayed, current customers included: right as long as everyone is as likely to leave in any period. CLV_SNAPSHOT_SURVIVAL shows whether that is so. Low and High cover only chance in who has left; if nobody has, there is only Low. A list that omits those who left long ago makes Value too high.",
  notFor:
    "With start and end dates, use CLV_SUBSCRIPTIONS. Not for a list without those who left: nobody would count as lost.",
  maths: [
    String.raw`\text{value} = \frac{\text{mean charge} \times \text{gross margin}}{\text{churn}}, \qquad \text{churn} = \frac{\text{customers who left}}{\sum \text{tenure}}`,
  ],
  args: [tenureColumn, chargeColumn, leftColumn, grossMargin, confidence],
  columns,
  about: "times in the period of tenure",
  example: {
    formula: '=CLV_SNAPSHOT({10;20;30;40}, {50;50;70;70}, {"yes";"no";"no";"no"})',
    rows: [[6000, 1101.1963434410131, 33947.55658072369, 4, 1, 60, 0.01, 100]],
  },
  source: "Losses ÷ periods observed; E. Wilson (1927) for its limits",
  run: (tenure, charge, left, margin, sure) => [
    snapshotValue(toCustomersSoFar(tenure, left, charge), margin, sure),
  ],
});

/** The folders of src/functions in the order of the documentation, with their titles. */
export const sectionTitles = {
  averages: "Value from averages",
  drivers: "Drivers",
  rolling: "Value from monthly figures",
  rows: "Clean rows",
  tables: "Tables from revenue rows",
  worth: "Value from orders, payments and lists of customers",
  renewals: "Contracts: renewals",
  fits: "Models fitted to orders",
  predictions: "Predictions from purchase histories",
  histories: "Predictions from histories summed up",
  whatIf: "What if",
  accounts: "Accounts: who is due, who is at risk",
  channels: "Channels and payback",
  impact: "Did a programme work",
  advice: "What to work on",
  ahead: "Ahead: what is to come, and how far to trust it",
  warehouse: "Beyond one sheet",
  explanation: "Explanation",
} as const;

export type SectionName = keyof typeof sectionTitles;

export const sectionNames = Object.keys(sectionTitles) as readonly SectionName[];

import type { Block } from "./page";
import type { Report } from "./report";
import { change } from "./sections/change";
import { channels } from "./sections/channels";
import { cohorts } from "./sections/cohorts";
import { customers } from "./sections/customers";
import { dataCheck } from "./sections/dataCheck";
import { definitions } from "./sections/definitions";
import { forecast } from "./sections/forecast";
import { head } from "./sections/head";
import { health } from "./sections/health";
import { method } from "./sections/method";
import { next } from "./sections/next";
import { retention } from "./sections/retention";
import { segments } from "./sections/segments";
import { sensitivity } from "./sections/sensitivity";
import { trend } from "./sections/trend";

const sections = [
  head,
  next,
  trend,
  change,
  channels,
  forecast,
  cohorts,
  retention,
  segments,
  customers,
  health,
  sensitivity,
  definitions,
  dataCheck,
  method,
];

/** Of a shop revenue ÷ churn is another definition than the value, and stands with the others. */
const ofShops = sections.flatMap((section) =>
  section === trend ? [] : section === definitions ? [definitions, trend] : [section],
);

/** The whole report, section by section. */
export const blocksOf = (report: Report): Block[] =>
  (report.question === "contracts" ? sections : ofShops).flatMap((section) => section(report));

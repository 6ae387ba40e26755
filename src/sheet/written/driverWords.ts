import { wordsOf } from "./words";

/**
 * Words for what drives the value of a customer, in English, German, French, Spanish, Italian, Portuguese and Dutch: in
 * small letters without accents, phrases without spaces, without the endings that they may have.
 */
export const driverWords = {
  sales:
    "incassi takings encaissement revenue sales umsatz umsaetze erlos erloes ventas ventes vendas ingreso fatturat ricav receit recettes faturamento faturaca omzet chiffredaffaires ca turnover einnahme income opbrengst facturacion revenus inkomsten entrate vendite venta giving",
  arpu: "arpu arpa arpc revenuepercustomer revenueperclient revenueperuser revenueperaccount revenuepersubscriber avgrevenuepercustomer avgrevenueperuser averagerevenuepercustomer averagerevenueperuser averagerevenueperaccount umsatzprokunde erlosprokunde ingresoporcliente ingresosporcliente revenuparclient chiffredaffairesparclient ricavopercliente ricavipercliente receitaporcliente omzetperklant",
  churn: "churn abwanderung attrition desercion abbandon verloop abandon",
  margin:
    "margin marge margen margine margem rohmarge bruttomarge deckungsbeitrag gm profitmargin rohertragsmarge",
} as const;

/** What the head of a column of changes names, those first that stand before or behind words of others. */
const headed = {
  cac: "cac cpa acquisition akquise akquisition adquisicion acquisizion aquisica acquisitie kundengewinnung neukundenkosten wervingskost werbekost",
  upsell:
    "upsell upselling crosssell expansion zusatzverkauf zusatzverkaufe zusatzumsatz mehrverkauf additionnel incitative adiciona aggiuntiv bijverkoop meerverkoop",
  retention:
    "retention kundenbindung bindungsrate bindungsquote halterate wiederkaufrate fidel retencion retenzion ritenzion retenca behoud retentie",
  churn: `${driverWords.churn} cancel resiliation kundig verlust baja bajas disdett opzeg`,
  margin: driverWords.margin,
  revenue: `${driverWords.sales} ${driverWords.arpu} revenu`,
} as const;

export type HeadedDriver = keyof typeof headed;

/** Words of so many letters are found within others, as in Bruttomarge; shorter ones only alone. */
const leastWithin = 5;

const stems = (Object.keys(headed) as HeadedDriver[]).map(
  (driver) => [driver, headed[driver].split(" ")] as const,
);

/** The driver that a heading names, such as Churn rate, Umsatz pro Kunde, Coste de adquisición; undefined where it names none. */
export function driverIn(heading: string): HeadedDriver | undefined {
  const words = wordsOf(heading).split(" ");
  const joined = words.join("");
  const isIn = (stem: string) => (stem.length < leastWithin ? words.includes(stem) : joined.includes(stem));
  return stems.find(([, own]) => own.some(isIn))?.[0];
}

import type { SentCell } from "../../src/sheet/sentCell";
import { draftOf, type Sample, sampleOf, type Source } from "./sample";
import {
  cents,
  comma,
  day,
  dotted,
  firm,
  person,
  rowsOf,
  type SheetDraft,
  sheetSample,
  slashed,
} from "./sheetSample";

/** Written after all other sets, to see what a table meets that nobody had in mind. */
const unseen: readonly Source[] = [
  {
    source: "Gambio orders, German",
    shape: "orders",
    columns: [
      "Bestell-Nr. = orderNumber : (order)",
      "Kunden-Nr. = customerNumber : customer",
      "Kundengruppe = plan : (segment)",
      "Vorname = firstName",
      "Nachname = lastName",
      "E-Mail-Adresse = email : customer",
      "Bestellzeitpunkt = germanTime : date",
      "Zahlungsweise = method",
      "Bestellsumme = germanGross : amount",
      "Status = germanStatus : (status)",
    ],
  },
  {
    source: "FastBill invoices, German",
    shape: "orders",
    columns: [
      "Rechnungsnr. = invoiceNumber : (order)",
      "Kundennr. = customerNumber : customer",
      "Organisation = firm : customer",
      "Rechnungsdatum = germanDate : date",
      "Zahlungsziel = laterGerman",
      "Nettosumme = plainGerman : amount",
      "Umsatzsteuer = germanTax",
      "Bruttosumme = plainGermanGross",
      "bezahlt = laterGerman",
    ],
  },
  {
    source: "Plentymarkets orders",
    shape: "orders",
    columns: [
      "Order ID = orderNumber : (order)",
      "Entry date = isoTime : date",
      "Payment date = isoTime",
      "Customer ID = customerNumber : customer",
      "Referrer = channel : (segment)",
      "Net total = money : amount",
      "Gross total = gross",
      "Shipping costs = shipping",
      "Country = country : (segment)",
      "Order status = wooStatus : (status)",
    ],
  },
  {
    source: "Danea invoices, Italian",
    shape: "orders",
    columns: [
      "Data = slashDate : date",
      "Num. = rowNumber : (order)",
      "Cliente = firm : customer",
      "Tot. netto = plainGerman : amount",
      "Tot. iva = germanTax",
      "Tot. doc. = plainGermanGross",
      "Pagamento = method",
      "Agente = owner",
    ],
  },
  {
    source: "Toast guests",
    shape: "customers",
    isByCustomer: true,
    columns: [
      "Guest Name = person : customer",
      "Email = email : customer",
      "Phone = phone",
      "Total Visits = orders : orderCount",
      "Lifetime Spend = lifetime : revenue",
      "Avg Spend = average",
      "First Visit = isoDate : (firstDate)",
      "Last Visit = muchLaterDate : (lastDate)",
    ],
  },
  {
    source: "Stripe charges by a script",
    shape: "orders",
    inCents: true,
    columns: [
      "charge_id = token : (order)",
      "created_at = zuluTime : date",
      "customer = customerToken : customer",
      "amount_cents = cents : amount",
      "amount_refunded_cents = zero : (refund)",
      "currency = usd : (currency)",
      "paid = yes : (status)",
      "receipt_email = email : customer",
    ],
  },
  {
    source: "GoCardless subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "id = token : (order)",
      "created_at = zuluTime : start",
      "amount = subscriptionPrice : mrr",
      "currency = eur : (currency)",
      "status = subscriptionStatus : (status)",
      "name = plan : (segment)",
      "start_date = isoDate : start",
      "end_date = isoEnd : end",
      "interval_unit = interval : (interval)",
      "customers.id = customerToken : customer",
      "customers.email = email : customer",
    ],
  },
  {
    source: "ProfitWell customers",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Customer ID = customerToken : customer",
      "Email = email : customer",
      "Status = subscriptionStatus : (status)",
      "Plan = plan : (segment)",
      "Current MRR = subscriptionPrice : mrr",
      "Activated On = isoDate : start",
      "Churned On = isoEnd : end",
      "Lifetime Value = lifetime",
    ],
  },
  {
    source: "Energy contracts, Italian",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Intestatario = person : customer",
      "Codice contratto = orderNumber : (order)",
      "Offerta = plan : (segment)",
      "Attivazione = slashDate : start",
      "Cessazione = slashEnd : end",
      "Importo mensile (€) = plainGerman : mrr",
    ],
  },
  {
    source: "Boxes by subscription, French",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Abonné·e = person : customer",
      "Formule = plan : (segment)",
      "Abonné depuis le = slashDate : start",
      "Désabonné le = slashEnd : end",
      "Prix / mois = plainGerman : mrr",
    ],
  },
  {
    source: "Close of a quarter, Salesforce renewals",
    shape: "deals",
    columns: [
      "Account Name = firm : customer",
      "Opportunity Name = text",
      "Type = plan",
      "Stage = dealStage : status",
      "Amount (converted) = converted : amount",
      "Amount = money : amount",
      "Close Date = americanDate : date",
      "Owner Role = owner",
      "Fiscal Period = contract",
    ],
  },
  {
    source: "Tenders, Spanish",
    shape: "deals",
    columns: [
      "Empresa = firm : customer",
      "Oportunidad = text",
      "Importe estimado = money",
      "Importe final = money : amount",
      "Fecha de cierre = slashDate : date",
      "Estado = spanishDealStatus : status",
    ],
  },
  {
    source: "Reddit Ads",
    shape: "spend",
    columns: [
      "Date = isoDate : period",
      "Campaign Name = campaign : (segment)",
      "Amount Spent (USD) = spendCents : spend",
      "Impressions = clicks",
      "Clicks = clicks",
      "CTR = share",
    ],
  },
  {
    source: "Spend by source, Dutch",
    shape: "spend",
    columns: [
      "Week = isoDate : period",
      "Bron = channel : (segment)",
      "Uitgaven (€) = spendCents : spend",
      "Nieuwe klanten = joined : (newCustomers)",
    ],
  },
  {
    source: "Bookshop, Portuguese",
    shape: "orders",
    columns: [
      "Nº da encomenda = rowNumber : (order)",
      "Data = slashDate : date",
      "Cliente = person : customer",
      "Contacto = phone : customer",
      "Livros = nineteen : (quantity)",
      "Total s/ IVA = plainGerman : amount",
      "Total c/ IVA = plainGermanGross",
      "Pago? = yesNo : (status)",
    ],
  },
  {
    source: "Vet, Dutch",
    shape: "orders",
    columns: [
      "Datum = germanDate : date",
      "Eigenaar = person : customer",
      "Dier = product",
      "Behandeling = product : (segment)",
      "Bedrag = plainGerman : amount",
      "Betaald = yesNo : (status)",
    ],
  },
  {
    source: "Wholesale lines, French",
    shape: "lines",
    columns: [
      "N° BL = rowNumber : (order)",
      "Date BL = slashDate : date",
      "Code client = customerCode : customer",
      "Désignation = product",
      "Qté livrée = units : quantity",
      "PU HT = plainGerman : price",
    ],
  },
  {
    source: "Orders of a caterer, English",
    shape: "orders",
    columns: [
      "Event date = americanDate : date",
      "Client = firm : customer",
      "Guests = age",
      "Quote no. = invoiceNumber : (order)",
      "Invoice total ($) = dollarMoney : amount",
      "Deposit paid = money",
      "Balance due = zero",
    ],
  },
  {
    source: "Insurance premiums, English",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Policyholder = person : customer",
      "Policy no. = orderNumber : (order)",
      "Inception date = americanDate : start",
      "Lapse date = slashEnd : end",
      "Monthly premium = money : mrr",
    ],
  },
  {
    source: "Attendance, Spanish",
    shape: undefined,
    columns: ["Alumno = person", "Clase = product", "Fecha = slashDate", "Asistió = yesNo"],
  },
  {
    source: "Tax payments, French",
    shape: undefined,
    columns: ["Impôt = expense", "Échéance = slashDate", "Montant = plainGerman", "Organisme = supplier"],
  },
  {
    source: "Server costs",
    shape: undefined,
    columns: [
      "Service = product",
      "Usage start = isoDate",
      "Region = country",
      "Cost ($) = money",
      "Usage quantity = clicks",
    ],
  },
  {
    source: "Returns of goods",
    shape: undefined,
    columns: [
      "RMA no. = rowNumber",
      "Product = product",
      "Received = isoDate",
      "Reason = text",
      "Restocked = yesNo",
    ],
  },
  {
    source: "Cleaning rota, German",
    shape: undefined,
    columns: ["Datum = germanDate", "Objekt = firm", "Reinigungskraft = person", "Stunden = price"],
  },
];

const across = (count: number, random: () => number): SentCell[] =>
  Array.from({ length: count }, () => (random() < 0.3 ? "" : cents(30 + random() * 500)));
const rents = rowsOf(22, 121, (index, random) => [index + 1, person(index), ...across(12, random)]);
const shop = rowsOf(40, 122, (index, random): SentCell[] => [
  index % 5 === 0 ? { date: day(index) } : "",
  person(Math.floor(random() * 12)),
  ["Vase", "Teller", "Tasse"][index % 3]!,
  cents(15 + random() * 60),
]);
const figures = rowsOf(16, 123, (index): SentCell[] => [
  `${["T1", "T2", "T3", "T4"][index % 4]!} ${2021 + Math.floor(index / 4)}`,
  `${(80_000 + index * 1100).toLocaleString("fr-FR")} €`,
  410 + index * 5,
  22,
  15,
]);
const invoices = rowsOf(34, 124, (index, random): SentCell[] => [
  dotted(index * 5),
  `${2600 + index}`,
  firm(Math.floor(random() * 12)),
  "Beratung",
  Math.ceil(random() * 12),
  95,
  0,
]).map((row) => [...row.slice(0, 6), (row[4] as number) * 95]);
const wide = rowsOf(30, 125, (index, random): SentCell[] => [
  firm(index % 11),
  "",
  slashed(index * 4),
  "",
  `${comma(90 + random() * 800)} €`,
]);
const mixed = rowsOf(36, 126, (index, random): SentCell[] => [
  index % 4 === 0 ? slashed(index * 3) : { date: day(index * 3) },
  firm(Math.floor(random() * 13)),
  index % 6 === 5 ? `${comma(90 + random() * 800)} €` : cents(90 + random() * 800),
]);

const sheets: readonly SheetDraft[] = [
  {
    source: "Rents by month, Austrian",
    cells: [
      [
        "Top",
        "Mieter",
        ...[
          "Jänner",
          "Februar",
          "März",
          "April",
          "Mai",
          "Juni",
          "Juli",
          "August",
          "September",
          "Oktober",
          "November",
          "Dezember",
        ].map((month) => `${month} 2025`),
      ],
      ...rents,
    ],
    shape: "cube",
    header: 1,
    columns: { customer: [1, 2] },
    months: { first: 3, last: 14 },
  },
  {
    source: "Date on the first row of its day, German",
    cells: [["Tag", "Kundin/Kunde", "Stück", "Preis"], ...shop],
    shape: "orders",
    header: 1,
    columns: { date: [1], customer: [2], amount: [4] },
  },
  {
    source: "Figures by quarter, French",
    cells: [["Trimestre", "CA", "Clients début", "Gagnés", "Perdus"], ...figures],
    shape: "monthly",
    header: 1,
    columns: { period: [1], revenue: [2], customerCount: [3], "(newCustomers)": [4], lost: [5] },
  },
  {
    source: "Consulting, German, hours × rate",
    cells: [["Datum", "Rechnung", "Kunde", "Leistung", "Std.", "Satz", "Summe"], ...invoices],
    shape: "orders",
    header: 1,
    columns: { date: [1], "(order)": [2], customer: [3], amount: [7] },
  },
  {
    source: "Columns left blank between, Italian",
    cells: [["Cliente", "", "Data", "", "Importo"], ...wide],
    shape: "orders",
    header: 1,
    columns: { customer: [1], date: [3], amount: [5] },
  },
  {
    source: "Dates and amounts written in two ways",
    cells: [["Date", "Customer", "Amount"], ...mixed],
    shape: "orders",
    header: 1,
    columns: { date: [1], customer: [2], amount: [3] },
  },
];

export function heldOutEighth(): Sample[] {
  return [
    ...unseen.map((source, index) =>
      sampleOf(draftOf(source, index + 1300), "held out, eighth", {
        above: index % 5 === 3 ? [["Export 2026"], []] : [],
      }),
    ),
    ...sheets.map(sheetSample),
  ];
}

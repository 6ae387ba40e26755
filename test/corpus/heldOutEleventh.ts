import type { SentCell } from "../../src/sheet/sentCell";
import { draftOf, type Sample, sampleOf, type Source } from "./sample";
import {
  cents,
  comma,
  dotted,
  firm,
  person,
  rowsOf,
  type SheetDraft,
  sheetSample,
  slashed,
} from "./sheetSample";

/** Rows of orders, subscriptions and deals that were read wrong at first sight. */
const programs: readonly Source[] = [
  {
    source: "Software subscriptions with MRR, billing and instalment, French",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "N° abo = rowNumber : (order)",
      "Client = firm : customer",
      "Formule = plan : (segment)",
      "Souscription = slashDate : start",
      "Résiliation = slashEnd : end",
      "MRR HT (€) = plainGerman : mrr",
      "Facturation = frenchInterval",
      "Montant échéance HT = plainGermanGross",
      "Statut = frenchStatus : (status)",
    ],
  },
  {
    source: "Students of an academy, Spanish",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "N° = rowNumber",
      "Nombre = firstName",
      "Apellido = lastName : customer",
      "DNI = taxNumber : customer",
      "Celular = phone",
      "Correo = email : customer",
      "Curso = product : (segment)",
      "Plan = spanishInterval : interval",
      "Método Pago = method",
      "Monto Pagado = solesMoney : mrr",
      "Fecha Inicio = slashDate : start",
      "Fecha Fin = slashEnd : end",
      "Estado = spanishStatus : (status)",
    ],
  },
  {
    source: "Offers with the order expected, German",
    shape: "deals",
    columns: [
      "Angebotsnummer = invoiceNumber : (order)",
      "Kunde = firm : customer",
      "Angebotssumme = germanMoney : amount",
      "Wahrscheinlichkeit = germanRate",
      "Erwarteter Auftrag = slashMonth : date",
      "Status = germanDealStatus : status",
    ],
  },
  {
    source: "Cars for rent, Dutch",
    shape: "orders",
    columns: [
      "ReservatieId = rowNumber : (order)",
      "Klant = person : customer",
      "KlantEmail = email : customer",
      "Auto = product",
      "Startdatum = isoDate : date",
      "Einddatum = isoDaysLater",
      "AantalDagen = units",
      "PrijsPerDag = listPrice",
      "TotaalPrijs = unitsAtListPrice : amount",
    ],
  },
  {
    source: "Cleaning contracts with a rate a month",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "contract_id = token : (order)",
      "client_name = firm : customer",
      "industry = plan : (segment)",
      "monthly_rate = clicks : mrr",
      "start_date = isoDate : start",
      "renewal_date = laterIso",
      "service_frequency = fiveAWeek",
      "contract_status = subscriptionStatus : (status)",
    ],
  },
  {
    source: "Services of a clinic",
    shape: "orders",
    columns: [
      "Patient ID = customerNumber : customer",
      "Patient Name = person : customer",
      "Date of Service = isoDate : date",
      "Payer Type = plan : (segment)",
      "Service = product",
      "Quantity = units",
      "Unit Cost = listPrice",
      "Total Amount = unitsAtListPrice : amount",
      "Payment Method = method",
    ],
  },
  {
    source: "Invoices of a language trainer with the days of the course, French",
    shape: "orders",
    columns: [
      "n° = rowNumber : (order)",
      "BPF = method",
      "BPF 2 = blank",
      "Nom et Prénom = person : customer",
      "Email = email : customer",
      "Date Fact = slashDate : date",
      "Fact FLI = invoiceNumber : (order)",
      "Lieu du stage = city",
      "Prix Unitaire HT = plainGerman",
      "Total HT = plainGerman : amount",
      "TVA = germanTax",
      "Total TTC = plainGermanGross",
      "Date de début = laterSlash",
      "Date de fin = laterSlash",
      "Montant de l'acompte = plainGerman",
    ],
  },
  {
    source: "Contracts of a household, German",
    shape: undefined,
    columns: [
      "Name = supplier",
      "Kategorie = expense",
      "Startdatum = isoDate",
      "Kündigungsdatum = blank",
      "Enddatum = isoEnd",
      "Kosten = plainGerman",
      "Zahlungsintervall = germanInterval",
      "Monatliche Kosten = plainGerman",
      "Status = subscriptionStatus",
      "Kundennummer = customerCode",
      "Vertragsnummer = token",
    ],
  },
  {
    source: "Leases, Portuguese",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Imóvel = product : (segment)",
      "Locatário = person : customer",
      "Data Início = slashDate : start",
      "Data Fim = slashEnd : end",
      "Valor Mensal = realMoney : mrr",
      "Status = subscriptionStatus : (status)",
    ],
  },
  {
    source: "Commissions of a broker, German",
    shape: "orders",
    columns: [
      "Interne Vertragsnummer = orderNumber : (order)",
      "Kunde = person : customer",
      "Provision = plainGerman : amount",
      "Provisionsdatum = germanDate : date",
    ],
  },
  {
    source: "Salesforce opportunities, Spanish",
    shape: "deals",
    columns: [
      "Nombre de la oportunidad = dealName : (order)",
      "Nombre de la cuenta = firm : customer",
      "Etapa = spanishDealStatus : status",
      "Importe = euroMoney : amount",
      "Probabilidad (%) = share",
      "Fecha de cierre = slashDate : date",
      "Fecha de creación = slashDate",
      "Tipo = plan : (segment)",
      "Propietario de oportunidad = owner",
    ],
  },
  {
    source: "Subscribers by plan and month, without revenue",
    shape: undefined,
    rows: 18,
    columns: [
      "Month = month",
      "NewCustomers = joined",
      "TotalActive = customers",
      "Basic_1 = countFrom0",
      "Basic_12 = countFrom0",
      "Premium_1 = countFrom0",
      "Premium_12 = countFrom0",
    ],
  },
];

const honey = rowsOf(26, 1103, (index, random): SentCell[] => [
  dotted(index * 8),
  index % 5 === 2 ? "Wochenmarkt" : person(index % 7),
  `${6 + (index % 4) * 6} Gl.`,
  index % 3 === 1 ? `${30 + index},--` : comma(20 + random() * 400),
  index % 2 === 0 ? "bar" : "Überw.",
]);

const graves = rowsOf(18, 1104, (index): SentCell[] => [
  `B-${100 + index}`,
  person(index),
  `381${10 + index} BS`,
  dotted(index * 40 - 2400),
  index % 4 === 1 ? dotted(index * 40 - 1000) : "",
  comma([96, 185, 390][index % 3]!),
  ["¼-jährl.", "halbjährl.", "jährl."][index % 3]!,
]);

const berths = rowsOf(16, 1105, (index): SentCell[] => [
  `A${10 + index}`,
  person(index),
  `Sloep / ${6 + index}`,
  dotted(index * 45 - 2000).replaceAll(".", "-"),
  index % 5 === 2 ? dotted(index * 45 - 1200).replaceAll(".", "-") : "",
  `€ 1.${100 + index * 10},-`,
  index % 3 === 0 ? "2 termijnen" : "ineens",
]);

const quotes = rowsOf(20, 1106, (index): SentCell[] => [
  `Q${1041 + index}`,
  firm(index % 9),
  ["roof", "barn", "battery"][index % 3]!,
  4 + (index % 5) * 2.2,
  `${5 + index},${400 + index}`,
  slashed(index * 5),
  ["Won", "Lost", "Won", ""][index % 4]!,
  index % 4 === 3 ? "" : slashed(index * 5 + 20),
]);

const wine = rowsOf(16, 1107, (index, random): SentCell[] => [
  20_017 + index * 6,
  firm(index),
  ["Esslingen", "Fellbach"][index % 2]!,
  dotted(index * 30 - 2000),
  dotted(index * 3 - 200),
  1 + ((index * 7) % 40),
  comma(90 + random() * 9000),
  comma(random() * 900),
]);

const regulars = rowsOf(22, 1108, (index, random): SentCell[] => [
  index + 1,
  person(index),
  4 + ((index * 5) % 40),
  comma(200 + random() * 2000),
  dotted(index * 30 - 1900),
  dotted(index * 4 - 100),
]);

const rents = rowsOf(14, 1109, (index): SentCell[] => [
  person(index),
  dotted(index * 50 - 1500),
  index % 5 === 1 ? dotted(index * 50 - 400) : "",
  cents(1200 + index * 31.5),
]);

const sheets: readonly SheetDraft[] = [
  {
    source: "Honey sold, German",
    cells: [["Honigverkauf 2025"], [], ["Dat.", "An wen", "Was", "Betr. EUR", "bar/Überw."], ...honey],
    shape: "orders",
    header: 3,
    columns: { customer: [2], date: [1], amount: [4], "(segment)": [3, 5] },
  },
  {
    source: "Care of graves by the quarter, half-year and year, German",
    cells: [
      ["Dauergrabpflege - Stand 31.10.25"],
      [],
      ["Grab-Nr.", "Auftraggeber", "PLZ/Ort", "Beginn", "Ende", "Pauschale €", "Zahlw."],
      ...graves,
    ],
    shape: "subscriptions",
    header: 3,
    columns: { customer: [2], start: [4], end: [5], mrr: [6], interval: [7], "(order)": [1] },
  },
  {
    source: "Berths of a marina by the year, Dutch",
    cells: [
      [
        "Ligpl.",
        "Huurder",
        "Boot / lengte",
        "Huur v.a.",
        "Opgez. per",
        "Tarief p/j (incl. btw)",
        "Betaalwijze",
      ],
      ...berths,
    ],
    shape: "subscriptions",
    header: 1,
    columns: { customer: [2], start: [4], end: [5], mrr: [6], "(order)": [1] },
  },
  {
    source: "Rents by the quarter, Italian",
    cells: [["Inquilino", "Decorrenza", "Disdetta", "Canone trimestrale"], ...rents],
    shape: "subscriptions",
    header: 1,
    columns: { customer: [1], start: [2], end: [3], mrr: [4] },
  },
  {
    source: "Quotes of an installer",
    cells: [
      ["Quote #", "Client", "Site", "kWp", "Quote £ (ex VAT)", "Sent", "Won / Lost?", "Decided on"],
      ...quotes,
    ],
    shape: "deals",
    header: 1,
    columns: { customer: [2], date: [8], amount: [5], status: [7], "(order)": [1], "(segment)": [3] },
  },
  {
    source: "Customer cards of a wine merchant, German",
    cells: [
      ["Kundenkartei (Export 14.11.25)"],
      [
        "KdNr",
        "Name/Firma",
        "Ort",
        "Erstbest.",
        "letzte Best.",
        "Anz. Best.",
        "Umsatz kum. netto",
        "davon 2024",
      ],
      ...wine,
    ],
    shape: "customers",
    header: 2,
    columns: { customer: [1, 2], revenue: [7], orderCount: [6], firstDate: [4], lastDate: [5] },
  },
  {
    source: "Regulars of a hairdresser, German",
    cells: [["Kd-Nr", "Name", "Anz. Bes.", "Ums. ges. €", "1. Besuch", "letzter Bes."], ...regulars],
    shape: "customers",
    header: 1,
    columns: { customer: [1, 2], revenue: [4], orderCount: [3], firstDate: [5], lastDate: [6] },
  },
];

export function heldOutEleventh(): Sample[] {
  return [
    ...programs.map((source, index) => sampleOf(draftOf(source, index + 1700), "held out, eleventh")),
    ...sheets.map(sheetSample),
  ];
}

import type { Source } from "./sample";

/** Tables which hold no revenue of customers, though they look like it. */
export const tablesToBeLeft: readonly Source[] = [
  {
    source: "Expenses with people",
    shape: undefined,
    columns: [
      "Date = date",
      "Employee = owner",
      "Merchant = supplier",
      "Category = expense",
      "Amount = money",
      "Reimbursed = yesNo",
    ],
  },
  {
    source: "Expenses, German",
    shape: undefined,
    columns: [
      "Datum = germanDate",
      "Lieferant = supplier",
      "Kostenart = expense",
      "Betrag netto = germanMoney",
      "Vorsteuer = tax",
      "Betrag brutto = germanGross",
    ],
  },
  {
    source: "Purchases, Spanish",
    shape: undefined,
    columns: [
      "Fecha = slashDate",
      "Proveedor = firm",
      "Nº factura = invoiceNumber",
      "Base imponible = germanMoney",
      "IVA soportado = tax",
      "Total = germanGross",
    ],
  },
  {
    source: "Payroll, French",
    shape: undefined,
    columns: [
      "Matricule = employee",
      "Salarié = person",
      "Mois = reportingMonth",
      "Salaire brut = money",
      "Cotisations = tax",
      "Net à payer = money",
    ],
  },
  {
    source: "Bank account, German",
    shape: undefined,
    columns: [
      "Buchungstag = germanDate",
      "Valuta = germanDate",
      "Auftraggeber/Empfänger = firm",
      "Buchungstext = method",
      "Verwendungszweck = text",
      "Betrag = plainGerman",
      "Saldo = germanMoney",
    ],
  },
  {
    source: "Web analytics by channel",
    shape: undefined,
    columns: [
      "Month = monthPerThree",
      "Session source = channel",
      "Sessions = clicks",
      "New users = joined",
      "Engagement rate = share",
      "Conversions = joined",
    ],
  },
  {
    source: "Budget by month",
    shape: undefined,
    rows: 24,
    columns: ["Month = month", "Budget rent = spend", "Budget salaries = revenue", "Budget travel = spend"],
  },
  {
    source: "Helpdesk, Italian",
    shape: undefined,
    columns: [
      "Ticket = rowNumber",
      "Cliente = firm",
      "Aperto il = slashDate",
      "Chiuso il = laterSlash",
      "Priorità = plan",
      "Ore lavorate = price",
    ],
  },
  {
    source: "Inventory movements, Portuguese",
    shape: undefined,
    columns: [
      "Data = slashDate",
      "Produto = product",
      "Fornecedor = firm",
      "Quantidade = quantity",
      "Custo unitário = price",
      "Estoque final = clicks",
    ],
  },
  {
    source: "Open items of suppliers, Dutch",
    shape: undefined,
    columns: [
      "Crediteur = firm",
      "Factuurnummer = invoiceNumber",
      "Factuurdatum = germanDate",
      "Vervaldatum = laterGerman",
      "Openstaand bedrag = plainGerman",
    ],
  },
];

import type { SentCell } from "../../src/sheet/sentCell";

/** What a cell of a sample may be made from. */
export interface Row {
  readonly index: number;
  /** Several rows have the same. */
  readonly customer: number;
  /** Days since 1970. */
  readonly day: number;
  readonly amount: number;
  readonly random: () => number;
}

const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const firstOfMonth = (index: number) => new Date(Date.UTC(2024, index, 1)).getTime() / 86_400_000;
const money = (value: number) => Math.round(value * 100) / 100;
const pick = ({ random }: Row, options: readonly SentCell[]) =>
  options[Math.floor(random() * options.length)]!;

const firstNames = ["Anna", "Ben", "Carla", "David", "Emma", "Farid", "Greta", "Hugo", "Ines", "Jan"];
const lastNames = ["Meier", "Rossi", "Garcia", "Dubois", "Silva", "Jansen", "Smith", "Novak", "Keller"];
const germanMonths = [
  "Januar",
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
];
const firms = ["GmbH", "SARL", "Ltd", "S.L.", "B.V.", "Inc"];

const person = (customer: number) =>
  `${firstNames[customer % firstNames.length]!} ${lastNames[(customer * 7) % lastNames.length]!}`;

const german = (value: number) =>
  money(value)
    .toFixed(2)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+,)/g, ".");
const french = (value: number) =>
  money(value)
    .toFixed(2)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+,)/g, "\u202f");
const english = (value: number) =>
  money(value)
    .toFixed(2)
    .replace(/\B(?=(\d{3})+\.)/g, ",");
const twoDigits = (value: string) => value.padStart(2, "0");
const parts = (day: number) => iso(day).split("-") as [string, string, string];

const monthOf = (day: number) =>
  ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
    Number(parts(day)[1]) - 1
  ]!;

/** The kinds of cells that exports hold, by the names that the samples use. */
export const makers: Readonly<Record<string, (row: Row) => SentCell>> = {
  token: ({ index }) => `ch_3M${(index * 7919 + 104_729).toString(36)}Lkd`,
  customerToken: ({ customer }) => `cus_N${(customer * 7919 + 104_729).toString(36)}`,
  uuid: ({ customer }) => `cus_${(customer * 999_983).toString(16).padStart(8, "0")}-5b5e-4c1d`,
  rowUuid: ({ index }) => `${(index * 999_983).toString(16).padStart(8, "0")}-77aa-4c1d`,
  customerNumber: ({ customer }) => 12_346 + customer,
  customerCode: ({ customer }) => `K-${10_000 + customer}`,
  quotedId: ({ customer }) => `'${6_940_000_000 + customer}`,
  email: ({ customer }) => `${person(customer).toLowerCase().replace(" ", ".")}${customer}@example.com`,
  ownEmail: () => "shop@example.org",
  person: ({ customer }) => `${person(customer)} ${customer}`,
  firstName: ({ customer }) => firstNames[customer % firstNames.length]!,
  lastName: ({ customer }) => lastNames[(customer * 7) % lastNames.length]!,
  firm: ({ customer }) =>
    `${lastNames[customer % lastNames.length]!} ${customer} ${firms[customer % firms.length]!}`,
  owner: (row) => pick(row, ["Lea Sommer", "Tom Winter"]),
  orderNumber: ({ index }) => 489_434 + Math.floor(index / 2),
  hashNumber: ({ index }) => `#${1001 + index}`,
  invoiceNumber: ({ index }) => `RE-2025-${twoDigits(String(index + 1))}`,
  rowNumber: ({ index }) => index + 1,
  date: ({ day }) => ({ date: iso(day) }),
  laterDate: ({ day }) => ({ date: iso(day + 14) }),
  earlierDate: ({ day }) => ({ date: iso(day - 40) }),
  muchLaterDate: ({ day, random }) => ({ date: iso(day + 60 + Math.floor(random() * 300)) }),
  endDate: ({ day, random }) => (random() < 0.5 ? "" : { date: iso(day + 60 + Math.floor(random() * 300)) }),
  isoDate: ({ day }) => iso(day),
  isoTime: ({ day, index }) => `${iso(day)} ${twoDigits(String(index % 24))}:15:09`,
  isoEnd: ({ day, random }) =>
    random() < 0.5 ? "" : `${iso(day + 60 + Math.floor(random() * 300))}T10:00:00Z`,
  germanDate: ({ day }) => parts(day).reverse().join("."),
  slashDate: ({ day }) => parts(day).reverse().join("/"),
  americanDate: ({ day }) => `${parts(day)[1]}/${parts(day)[2]}/${parts(day)[0]}`,
  ambiguousDate: ({ day }) => `0${(day % 9) + 1}/0${(day % 7) + 1}/2025`,
  namedDate: ({ day }) =>
    `${Number(parts(day)[2])} ${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][Number(parts(day)[1]) - 1]!} ${parts(day)[0]}`,
  shortAmericanDate: ({ day }) => `${parts(day)[1]}/${parts(day)[2]}/${parts(day)[0].slice(2)}`,
  dashedNamedDate: ({ day }) => `${monthOf(day)}-${parts(day)[2]}-${parts(day)[0].slice(2)}`,
  zonedAmericanTime: ({ day }) =>
    `${monthOf(day)} ${Number(parts(day)[2])}, ${parts(day)[0]} ${1 + (day % 12)}:05:07 AM PDT`,
  offsetTime: ({ day, index }) => `${iso(day)} ${twoDigits(String(index % 24))}:09:34 -0300`,
  zuluTime: ({ day, index }) => `${iso(day)}T${twoDigits(String(index % 24))}:23:05.731Z`,
  slashTime: ({ day }) => `${parts(day).reverse().join("/")} 10:30`,
  germanTime: ({ day }) => `${parts(day).reverse().join(".")} 17:04`,
  longGermanDate: ({ day }) =>
    `${Number(parts(day)[2])}. ${germanMonths[Number(parts(day)[1]) - 1]!} ${parts(day)[0]}`,
  laterIso: ({ day }) => iso(day + 14),
  laterGerman: ({ day }) =>
    parts(day + 14)
      .reverse()
      .join("."),
  laterSlash: ({ day }) =>
    parts(day + 30)
      .reverse()
      .join("/"),
  germanEnd: ({ day, random }) =>
    random() < 0.6
      ? ""
      : parts(day + 90 + Math.floor(random() * 300))
          .reverse()
          .join("."),
  slashEnd: ({ day, random }) =>
    random() < 0.6
      ? ""
      : parts(day + 90 + Math.floor(random() * 300))
          .reverse()
          .join("/"),
  time: ({ index }) => `${twoDigits(String(index % 24))}:15:09`,
  month: ({ index }) => ({ date: iso(firstOfMonth(index)) }),
  monthPerThree: ({ index }) => ({ date: iso(firstOfMonth(Math.floor(index / 3))) }),
  monthEndPerThree: ({ index }) => ({ date: iso(firstOfMonth(Math.floor(index / 3) + 1) - 1) }),
  monthText: ({ index }) => iso(firstOfMonth(index)).slice(0, 7),
  reportingMonth: ({ day }) => ({ date: `${iso(day).slice(0, 7)}-01` }),
  money: ({ amount }) => money(amount),
  refundable: (row) => (row.index % 23 === 7 ? -money(row.amount) : money(row.amount)),
  gross: ({ amount }) => money(amount * 1.19),
  tax: ({ amount }) => money(amount * 0.19),
  shipping: () => 4.9,
  fee: ({ amount }) => -money(amount * 0.029 + 0.3),
  afterFee: ({ amount }) => money(amount - (amount * 0.029 + 0.3)),
  converted: ({ amount }) => money(amount * 1.08),
  cents: ({ amount }) => Math.round(amount * 100),
  yearlyCents: ({ amount }) => Math.round(amount * 100) * 12,
  zero: () => 0,
  refund: ({ amount, index }) => (index % 11 === 3 ? money(amount / 2) : 0),
  germanMoney: ({ amount }) => german(amount * 9),
  germanGross: ({ amount }) => german(amount * 9 * 1.19),
  euroMoney: ({ amount }) => `${german(amount * 9)} €`,
  frenchMoney: ({ amount }) => `${french(amount * 9)} €`,
  dollarMoney: ({ amount }) => `$${english(amount * 9)}`,
  poundMoney: ({ amount }) => `£${english(amount * 9)}`,
  codedMoney: ({ amount }) => `AU $${english(amount * 9)}`,
  swissMoney: ({ amount }) => `CHF ${english(amount * 9).replaceAll(",", "'")}`,
  realMoney: ({ amount }) => `R$ ${german(amount * 9)}`,
  realGross: ({ amount }) => `R$ ${german(amount * 9 * 1.19)}`,
  plainGerman: ({ amount }) => money(amount).toFixed(2).replace(".", ","),
  plainGermanGross: ({ amount }) =>
    money(amount * 1.19)
      .toFixed(2)
      .replace(".", ","),
  germanTax: ({ amount }) =>
    money(amount * 0.19)
      .toFixed(2)
      .replace(".", ","),
  subscriptionPrice: ({ amount }) => money(amount),
  yearly: ({ amount }) => money(amount) * 12,
  lifetime: ({ amount, customer }) => money(amount * (1 + (customer % 9))),
  average: ({ amount }) => money(amount),
  profit: (row) => money(row.amount * (row.random() - 0.2)),
  plan: (row) => pick(row, ["Basic", "Pro", "Team"]),
  price: (row) => pick(row, [2.95, 6.75, 4.25, 1.65, 12.5]),
  quantity: (row) => (row.index % 29 === 11 ? -2 : 1 + Math.floor(row.random() * 12)),
  listPrice: ({ index }) => [2.95, 6.75, 4.25, 12.5][index % 4]!,
  units: ({ index }) => 1 + (index % 3),
  unitsAtListPrice: ({ index }) => money([2.95, 6.75, 4.25, 12.5][index % 4]! * (1 + (index % 3))),
  sku: (row) => pick(row, ["85048", "79323P", "22041", "21232"]),
  product: (row) => pick(row, ["Glass ball", "Pink lights", "Tea towel", "Doormat"]),
  country: (row) => pick(row, ["United Kingdom", "France", "Germany"]),
  channel: ({ index }) => ["Search", "Social", "Email"][index % 3]!,
  campaign: ({ index }) => ["Brand | Search", "Generic | Search", "Prospecting"][index % 3]!,
  eur: () => "EUR",
  usd: () => "usd",
  currencies: (row) => pick(row, ["eur", "usd", "gbp"]),
  interval: (row) => pick(row, ["month", "month", "year"]),
  paymentStatus: (row) => pick(row, ["Paid", "Paid", "Paid", "Failed", "Refunded"]),
  financialStatus: (row) => pick(row, ["paid", "paid", "partially_refunded", "voided"]),
  fulfilled: (row) => pick(row, ["fulfilled", "unfulfilled"]),
  subscriptionStatus: (row) => pick(row, ["active", "active", "canceled"]),
  dealStage: (row) => pick(row, ["Closed Won", "Closed Won", "Closed Lost", "Proposal"]),
  frenchDealStage: (row) => pick(row, ["Conclue gagnée", "Conclue gagnée", "Conclue perdue", "Proposition"]),
  spanishDealStatus: (row) => pick(row, ["Ganado", "Ganado", "Perdido", "Abierto"]),
  dutchDealStatus: (row) => pick(row, ["Gewonnen", "Gewonnen", "Verloren", "Lopend"]),
  italianDealStage: (row) => pick(row, ["Chiusa vinta", "Chiusa vinta", "Chiusa persa", "Proposta"]),
  dealStatus: (row) => pick(row, ["Won", "Won", "Lost"]),
  germanStatus: (row) => pick(row, ["bezahlt", "bezahlt", "offen", "storniert"]),
  frenchStatus: (row) => pick(row, ["Payée", "Payée", "En attente"]),
  spanishStatus: (row) => pick(row, ["Pagado", "Pagado", "Pendiente"]),
  italianStatus: (row) => pick(row, ["Pagata", "Pagata", "Non pagata"]),
  dutchStatus: (row) => pick(row, ["Betaald", "Betaald", "Openstaand"]),
  wooStatus: (row) => pick(row, ["Completed", "Completed", "Processing", "Cancelled"]),
  invoiceStatus: (row) => pick(row, ["Paid", "Paid", "Overdue", "Void"]),
  patronStatus: (row) => pick(row, ["Active patron", "Active patron", "Former patron", "Declined patron"]),
  portugueseStatus: (row) => pick(row, ["Pago", "Pago", "Cancelado", "Pendente"]),
  eventType: (row) => pick(row, ["Order", "Order", "Order", "Refund", "Service Fee", "Transfer"]),
  category: (row) => pick(row, ["charge", "charge", "charge", "refund", "payout"]),
  gender: (row) => pick(row, ["Female", "Male"]),
  age: (row) => 18 + Math.floor(row.random() * 50),
  rating: (row) => 1 + Math.floor(row.random() * 5),
  city: (row) => pick(row, ["Lyon", "Köln", "Porto", "Utrecht", "Bari"]),
  postcode: (row) => String(10_000 + Math.floor(row.random() * 80_000)),
  phone: ({ customer }) => `+49 151 ${1_000_000 + customer * 37}`,
  taxNumber: ({ customer }) => `B${12_345_678 + customer * 91}`,
  username: ({ customer }) => `${firstNames[customer % firstNames.length]!.toLowerCase()}_buys${customer}`,
  isActive: (row) => row.random() < 0.7,
  yesNo: (row) => pick(row, ["Yes", "No", "No"]),
  tenure: ({ customer }) => 1 + ((customer * 7) % 72),
  contract: (row) => pick(row, ["Month-to-month", "One year", "Two year"]),
  account: (row) => pick(row, [8400, 8300, 1200, 4400]),
  expense: (row) => pick(row, ["Rent", "Software", "Travel", "Office supplies"]),
  supplier: (row) => pick(row, ["Hetzner", "Adobe", "Telekom", "WeWork"]),
  employee: ({ customer }) => `E-${100 + customer}`,
  debitOrCredit: (row) => pick(row, ["S", "S", "H"]),
  no: () => "no",
  yes: () => true,
  blank: () => "",
  text: ({ index }) => `Remark on row ${index}`,
  method: (row) => pick(row, ["card", "paypal"]),
  nineteen: () => 19,
  revenue: ({ index }) => 20_000 + index * 350,
  customers: ({ index }) => 400 + index * 6,
  joined: ({ index }) => 18 + (index % 7),
  lost: ({ index }) => 9 + (index % 5),
  churn: ({ index }) => (9 + (index % 5)) / (400 + index * 6),
  churnText: ({ index }) => `${(2 + (index % 5) / 10).toFixed(1)} %`,
  margin: () => 0.62,
  spend: ({ index }) => 1200 + (index % 11) * 80,
  spendCents: ({ index }) => 1200.35 + (index % 11) * 80,
  orders: ({ customer }) => 1 + (customer % 9),
  clicks: ({ index }) => 1300 + index * 7,
  orderId: ({ index }) => 43_659 + index,
  hash: ({ customer }) =>
    `${(customer * 7919 + 104_729).toString(36)}Qx${(customer * 999_983).toString(36)}+8=`,
  compactDate: ({ day }) => Number(iso(day).replaceAll("-", "")),
  laterCompactDate: ({ day }) => Number(iso(day + 30).replaceAll("-", "")),
  dayNumber: ({ index }) => 1 + index * 3,
  year: ({ customer }) => 1950 + ((customer * 7) % 50),
  one: () => 1,
  five: ({ index }) => [1, 2, 5, 6, 9][index % 5]!,
  eight: () => 8,
  twentyOne: () => 21,
  thirty: () => 30,
  hours: ({ index }) => 2 + (index % 7) * 1.5,
  hourly: () => 95,
  discountShare: ({ index }) => [0, 0.1, 0.2][index % 3]!,
  dealName: ({ index }) => `Project ${index + 1}`,
  bookingKind: (row) => pick(row, ["Verkauf", "Verkauf", "Verkauf", "Stornierung"]),
  flag: ({ index }) => Number(index % 7 === 2),
  bookingStatus: (row) => pick(row, ["ok", "ok", "ok", "cancelled_by_guest"]),
  memberKind: (row) => pick(row, ["Member", "Normal"]),
  ticketStatus: (row) => pick(row, ["Open", "Solved", "Solved", "Closed"]),
  germanDealStatus: (row) => pick(row, ["Gewonnen", "Gewonnen", "Verloren", "Offen"]),
  germanYesNo: (row) => pick(row, ["ja", "ja", "nein"]),
  spanishYesNo: (row) => pick(row, ["Sí", "Sí", "No"]),
  germanRate: ({ index }) => `${(0.5 + (index % 5) / 10).toFixed(1).replace(".", ",")} %`,
  frenchInterval: (row) => pick(row, ["mensuelle", "trimestrielle", "annuelle"]),
  spanishInterval: (row) => pick(row, ["Mensual", "Mensual", "Trimestral"]),
  germanInterval: (row) => pick(row, ["monatlich", "jährlich", "vierteljährlich"]),
  fiveAWeek: (row) => pick(row, ["5x/week", "3x/week"]),
  solesMoney: ({ amount }) => `S/ ${english(amount)}`,
  slashMonth: ({ day }) => `${parts(day)[1]}/${parts(day)[0]}`,
  isoDaysLater: ({ day, index }) => iso(day + 1 + (index % 3)),
  countFrom0: ({ index, random }) => (index < 3 ? 0 : Math.floor(random() * 30)),
  share: ({ random }) => Math.round(random() * 1000) / 1000,
};

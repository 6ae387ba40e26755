import type { Sample } from "./sample";
import { groupedReports } from "./heldOutNinthGroups";
import { type Report, report } from "./heldOutNinthCells";

type Written = readonly [source: string, columns: string, given?: Report];

/** Invoices, as they are listed or with their lines. */
const invoices: readonly Written[] = [
  [
    "QuickBooks Online, invoice list",
    `
      Date = american : date | Transaction Type = 'Invoice' | Num = number(1) : (order) |
      Name = client : customer | Memo/Description = '/Net 30/Thank you' | Due Date = american+30 |
      Amount = net : amount | Open Balance = open`,
    {
      above: [["Craft Lane LLC"], ["Invoice List"], ["January - June 2025"], []],
      below: [[], [], ["Thursday, Jul 03, 2025 09:12:44 AM GMT-7"]],
    },
  ],
  [
    "QuickBooks Online, transaction list with payments",
    `
      Date = american : date | Transaction Type = 'Invoice/Payment/Invoice/Payment/Bill/Expense' : status |
      Num = number(1) : (order) | Posting = 'Yes' | Name = client : customer |
      Memo/Description = '/Deposit/Net 30' | Account = 'Accounts Receivable/Undeposited Funds' |
      Split = 'Services/Accounts Receivable' | Amount = net : amount`,
    { above: [["Craft Lane LLC"], ["Transaction List by Date"], ["January - June 2025"], []] },
  ],
  [
    "Xero, invoices with lines",
    `
      ContactName = client : customer | EmailAddress = email : customer |
      POAddressLine1 = '1 High St/22 Mill Lane' | POCity = 'Leeds/York' |
      POCountry = 'United Kingdom' : (segment) | InvoiceNumber = number(INV-) : (order) |
      Reference = '/PO 77/' | InvoiceDate = british : date | DueDate = british+30 | PlannedDate = blank |
      Total = document(480) | TaxTotal = document(80) | InvoiceAmountPaid = document(480) |
      InvoiceAmountDue = =0/0/480 | InventoryItemCode = 'CONS/WORK' | Description = products |
      Quantity = quantity : (quantity) | UnitAmount = each : (price) | Discount = blank |
      LineAmount = net : amount | AccountCode = =200 | TaxType = '20% (VAT on Income)' |
      TaxAmount = tax(20) | TrackingName1 = 'Region' | TrackingOption1 = 'North/South' : (segment) |
      Currency = 'GBP' : (currency) | Type = 'Sales invoice' | Sent = 'Sent' |
      Status = 'Paid/Paid/Awaiting Payment/Voided' : (status)`,
    { lines: 3, count: 30 },
  ],
  [
    "FreshBooks, invoice details",
    `
      Client Name = client : customer | Invoice # = number(00) : (order) | Date Issued = iso : date |
      Invoice Status = 'paid/paid/sent/draft' : (status) | Date Paid = paidIso | Item Name = products |
      Item Description = 'May/June' | Rate = each : (price) | Quantity = quantity : (quantity) |
      Discount Percentage = =0 | Line Subtotal = net : amount | Tax 1 Type = 'HST' |
      Tax 1 Amount = tax(13) | Tax 2 Type = blank | Tax 2 Amount = =0 | Line Total = gross(13) |
      Currency = 'CAD' : (currency)`,
    { lines: 2 },
  ],
  [
    "Zoho Books, invoices with items",
    `
      Invoice Date = iso : date | Invoice ID = number(460000008) : (order) |
      Invoice Number = number(INV-00) : (order) | Invoice Status = 'Closed/Closed/Overdue/Void' : (status) |
      Customer ID = code(4600000007) : customer | Customer Name = client : customer | Due Date = iso+30 |
      PurchaseOrder = blank | Currency Code = 'INR' : (currency) | Exchange Rate = =1 |
      Discount Type = 'entity_level' | Is Discount Before Tax = 'true' | Entity Discount Percent = =0 |
      Is Inclusive Tax = 'false' | Item Name = products | Quantity = quantity : (quantity) |
      Usage unit = 'hrs' | Item Price = each : (price) | Discount Amount = =0 | Item Total = net : amount |
      SubTotal = document(900) | Total = document(1062) | Balance = =0 | Shipping Charge = =0 |
      Adjustment = =0 | Sales person = 'Asha Rao/Ravi Iyer'`,
    { lines: 2 },
  ],
  [
    "Sage 50, customer activity",
    `
      No = row(2201) : (order) | Type = 'SI/SI/SI/SC' : (status) | A/C = code(ACC) : customer |
      N/C = =4000 | Dept = =1 | Details = products | Date = british : date | Ref = number() |
      Ex.Ref = blank | Net = net : amount | Tax = tax(20) | T/C = 'T1' | Gross = gross(20) |
      Amount Paid = gross(20)`,
  ],
  [
    "Sage Business Cloud, sales invoices",
    `
      Invoice Number = number(SI-) : (order) | Invoice Date = british : date | Due Date = british+30 |
      Customer Name = client : customer | Customer Reference = code(C) : customer | Reference = '/PO 12' |
      Net = dollars net : amount | VAT = dollars tax(20) | Total = dollars gross(20) |
      Outstanding = '$0.00/$0.00/$120.00' | Status = 'Paid/Paid/Unpaid/Void' : (status)`,
    { above: [["Sales invoices"], ["01/01/2025 to 30/06/2025"], []] },
  ],
  [
    "Lexware, invoice journal in German",
    `
      Auftragsart = 'Rechnung' | Auftragsnr. = row(25001) : (order) | Datum = german : date |
      Kundennr. = code() : customer | Matchcode = client : customer | Anrede = 'Firma' |
      PLZ = '50667/20095' | Ort = 'Köln/Hamburg' : (segment) | Netto = comma net : amount |
      Steuer = comma tax(19) | Brutto = comma gross(19) | Zahlbetrag = comma gross(19) |
      Erledigt = 'Ja/Ja/Nein' : (status)`,
  ],
  [
    "lexoffice, documents in German",
    `
      Status = 'bezahlt/bezahlt/offen/storniert' : (status) | Belegtyp = 'Rechnung' |
      Belegnummer = number(RE) : (order) | Belegdatum = german : date | Fälligkeit = german+14 |
      Kunden-/Lieferantennummer = code() : customer | Kontaktname = client : customer |
      Gesamtbetrag (brutto) = comma gross(19) | Gesamtbetrag (netto) = comma net : amount |
      Offener Betrag = '0,00/0,00/210,50' | Währung = 'EUR' : (currency) | Zahlungsdatum = paidGerman`,
  ],
  [
    "sevDesk, invoices in German",
    `
      Rechnungsnr. = number(RE-1) : (order) | Status = 'Bezahlt/Bezahlt/Fällig/Entwurf' : (status) |
      Empfänger = client : customer | Kundennr. = code() : customer | Rechnungsdatum = german : date |
      Leistungsdatum = german | Fälligkeitsdatum = german+14 | Bezahlt am = paidGerman |
      Summe netto = comma net : amount | Summe Steuern = comma tax(19) | Summe brutto = comma gross(19) |
      Offener Betrag = '0,00' | Mahnstufe = =0 | Kostenstelle = blank`,
  ],
  [
    "Billomat, invoices in German",
    `
      ID = row(880101) | Rechnungsnummer = number(RE) : (order) | Kunden-ID = customer(41000) : customer |
      Kunde = client : customer | Datum = iso : date | Fällig am = iso+30 |
      Status = 'PAID/PAID/OVERDUE/CANCELED' : (status) | Gesamt (netto) = net : amount |
      Gesamt (brutto) = gross(19) | Bezahlt = gross(19) | Offen = =0 | Währung = 'EUR' : (currency)`,
  ],
  [
    "Pennylane, customer invoices in French",
    `
      Numéro = number(F-2025-) : (order) | Libellé = label | Client = client : customer |
      Date d'émission = british : date | Date d'échéance = british+30 | Devise = 'EUR' : (currency) |
      Montant HT = comma net : amount | Montant TVA = comma tax(20) | Montant TTC = comma gross(20) |
      Reste à payer = '0,00' | Statut = 'Payée/Payée/En retard/Annulée' : (status) |
      Catégorie = '706 - Prestations'`,
  ],
  [
    "Holded, invoices in Spanish",
    `
      Fecha = british : date | Num = number(F25) : (order) | Nombre = client : customer |
      Cif = code(B12) : customer | Vencimiento = british+30 | Descripción = products | Tags = blank |
      Cuenta = =70500000 | Subtotal = euros net : amount | IVA = euros tax(21) | Retención = '0,00 €' |
      Total = euros gross(21) | Cobrado = euros gross(21) | Pendiente = '0,00 €' |
      Estado = 'Cobrada/Cobrada/Pendiente' : (status)`,
  ],
  [
    "Quipu, income and expenses in Spanish",
    `
      Tipo = 'Ingreso/Ingreso/Gasto' : status | Número = number(2025-) : (order) |
      Fecha de emisión = british : date | Contacto = client : customer | NIF = code(B98) : customer |
      Concepto = products | Base imponible = comma net : amount | % IVA = '21,00' |
      Cuota IVA = comma tax(21) | Total = comma gross(21) | Estado = 'Pagada/Pagada/Pendiente'`,
  ],
  [
    "FacturaScripts, invoices in Spanish",
    `
      codigo = number(FAC2025A) : (order) | numero2 = blank | fecha = dashed : date | hora = '10:04:00' |
      codcliente = customer(100) : customer | nombrecliente = client : customer |
      cifnif = code(B77) : customer | codserie = 'A' | codpago = 'TRANS' | coddivisa = 'EUR' : (currency) |
      tasaconv = =1 | neto = net : amount | totaliva = tax(21) | totalrecargo = =0 | totalirpf = =0 |
      total = gross(21) | pagada = =1/1/0 : (status)`,
  ],
  [
    "Fatture in Cloud, invoices in Italian",
    `
      Data = british : date | Prossima scadenza = british+30 | Nr. documento = row(1) : (order) |
      Cliente = client : customer | P.IVA = code(0123) : customer | Cod. fiscale = blank |
      Oggetto = products | Imponibile = comma net : amount | Rivalsa = '0,00' | IVA = comma tax(22) |
      Ritenuta = '0,00' | Netto a pagare = comma gross(22) | Saldato = 'Sì/Sì/No' : (status)`,
  ],
  [
    "Aruba, sent documents in Italian",
    `
      Tipo documento = 'TD01 - Fattura/TD01 - Fattura/TD04 - Nota di credito' : (status) |
      Numero documento = number(,11) : (order) | Data documento = british : date |
      Denominazione cliente = client : customer | Id fiscale IVA cliente = code(IT0) : customer |
      Data invio = british+30 | Totale imponibile = comma net : amount | Totale imposta = comma tax(22) |
      Totale documento = comma gross(22) | Stato = 'Consegnata/Consegnata/Scartata' : (status)`,
  ],
  [
    "Moloni, documents in Portuguese",
    `
      Tipo = 'Fatura/Fatura/Nota de Crédito' : (status) | Documento = number(FT 2025/) : (order) |
      Data = iso : date | Vencimento = iso+30 | Entidade = client : customer |
      Contribuinte = code(5) : customer | Ilíquido = comma net : amount | Descontos = '0,00' |
      Impostos = comma tax(23) | Total = comma gross(23) | Por liquidar = '0,00'`,
  ],
  [
    "InvoiceXpress, documents in Portuguese",
    `
      Documento = 'Fatura-Recibo' | Nº = number(,101) : (order) |
      Estado = 'Liquidado/Liquidado/Anulado' : (status) | Data de emissão = british : date |
      Data de vencimento = british+30 | Cliente = client : customer | NIF do cliente = code(5) : customer |
      Valor sem IVA = euros net : amount | Valor do IVA = euros tax(23) | Valor total = euros gross(23)`,
  ],
  [
    "Exact Online, sales invoices in Dutch",
    `
      Dagboek = =70 | Factuurnr. = row(25700001) : (order) | Factuurdatum = dashed : date |
      Vervaldatum = dashed+14 | Deb.nr. = customer(1200) : customer | Naam = client : customer |
      Omschrijving = products | Valuta = 'EUR' : (currency) | Bedrag excl. = comma net : amount |
      Btw-bedrag = comma tax(21) | Bedrag incl. = comma gross(21) |
      Factuurstatus = 'Verwerkt/Verwerkt/Concept' : (status)`,
  ],
  [
    "Moneybird, invoices in Dutch",
    `
      Factuurnummer = number(2025-) : (order) | Status = 'Betaald/Betaald/Verzonden/Oninbaar' : (status) |
      Contact = client : customer | Klantnummer = customer(1) : customer | Factuurdatum = dashed : date |
      Vervaldatum = dashed+14 | Betaald op = dashed+8 | Referentie = blank |
      Totaal excl. btw = net : amount | Btw = tax(21) | Totaal incl. btw = gross(21) | Openstaand = =0`,
  ],
  [
    "e-Boekhouden, invoices in Dutch",
    `
      Factuurnr = number(F) : (order) | Relatiecode = code(R) : customer | Bedrijf = client : customer |
      Datum = dashed : date | Betaaltermijn = =30 | Excl. BTW = comma net : amount | BTW = comma tax(21) |
      Incl. BTW = comma gross(21) | Openstaand = '0,00' | Boekstuk = blank`,
  ],
  [
    "Twinfield, debtor transactions in Dutch",
    `
      Dagboek = 'VRK' | Boekstuknummer = row(202500001) | Periode = yearAndMonth |
      Factuurdatum = british : date | Vervaldatum = british+30 | Debiteur = code() : customer |
      Debiteurnaam = client : customer | Factuurnummer = number(VF) : (order) |
      Valuta = 'EUR' : (currency) | Bedrag = comma gross(21) : amount | Openstaand bedrag = '0,00' |
      Betaalstatus = 'voldaan/voldaan/beschikbaar' : (status)`,
  ],
];

/** Payments. */
const payments: readonly Written[] = [
  [
    "PayPal, activity with withdrawals",
    `
      Date = british : date | Time = '09:41:12' | TimeZone = 'GMT' | Name = someBuyer : customer |
      Type = payPalType : (status) | Status = 'Completed/Completed/Pending' : (status) |
      Currency = 'GBP' : (currency) | Gross = signed : amount | Fee = feeOfSales |
      Net = signedAfterFee : amount | From Email Address = someEmail : customer |
      To Email Address = 'shop@example.org' | Transaction ID = token(4TX) : (order) |
      Shipping Address = blank | Item Title = products | Invoice Number = blank | Balance = row(1000) |
      Country = 'GB/IE' : (segment) | Balance Impact = debitOrCredit : (status)`,
  ],
  [
    "Stripe, invoices of today",
    `
      id = token(in_1) : (order) | Amount Due = gross(19) | Billing = 'charge_automatically' |
      Closed = 'TRUE' | Currency = 'eur' : (currency) | Customer = code(cus_Qz) : customer |
      Customer Email = email : customer | Date (UTC) = utc : date | Due Date (UTC) = blank |
      Number = number(A9C1-) : (order) | Paid = 'TRUE/TRUE/FALSE' : (status) | Subscription = code(sub_1Q) |
      Subtotal = net : amount | Total Discount Amount = =0 | Applied Coupons = blank | Tax = tax(19) |
      Tax Percent = =19 | Total = gross(19) : amount | Amount Paid = gross(19) : amount |
      Status = 'paid/paid/open/void' : (status) | Minimum Line Item Period Start (UTC) = utc |
      Maximum Line Item Period End (UTC) = utc+30`,
  ],
  [
    "Stripe, payments with a zone behind the time",
    `
      id = token(ch_3) : (order) | Created (UTC) = zonedTime : date | Amount = net : amount |
      Amount Refunded = refunded : (refund) | Currency = 'usd' : (currency) |
      Status = 'Paid/Paid/Failed/Refunded' : (status) | Customer Email = email : customer`,
  ],
  [
    "Square, transactions with guests",
    `
      Date = iso : date | Time = '21:50:48' | Time Zone = 'Pacific Time (US & Canada)' |
      Gross Sales = dollars net | Discounts = '$0.00' | Service Charges = '$0.00' |
      Net Sales = dollars net : amount | Gift Card Sales = '$0.00' | Tax = dollars tax(8) |
      Tip = '$0.00/$2.00' | Partial Refunds = '$0.00' | Total Collected = dollars gross(8) |
      Source = 'Point of Sale' : (segment) | Card = dollars gross(8) | Card Entry Methods = 'Tap/Keyed' |
      Cash = '$0.00' | Other Tender = '$0.00' | Fees = dollars fee | Net Total = dollars afterFee |
      Transaction ID = token(tx) : (order) | Payment ID = token(pm) | Card Brand = 'Visa/MasterCard' |
      PAN Suffix = '1212/9921' | Staff Name = 'Mai/Linh' | Details = 'squareup.com' |
      Description = products | Event Type = 'Payment/Payment/Refund' : (status) |
      Location = 'Main/North' : (segment) | Customer ID = someCode : customer |
      Customer Name = someBuyer : customer | Fee Percentage Rate = =2.6 |
      Transaction Status = 'Complete' : (status)`,
  ],
  [
    "GoCardless, payments with all columns",
    `
      id = token(PM0) : (order) | created_at = zulu : date | charge_date = iso : date |
      amount = net : amount | description = 'Membership' | currency = 'GBP' : (currency) |
      status = 'paid_out/paid_out/failed/cancelled' : (status) | amount_refunded = refunded : (refund) |
      reference = blank | transaction_fee = =0.3 | payout_date = iso+30 | app_fee = blank |
      links.mandate = code(MD0) | links.creditor = 'CR0001' | links.customer = code(CU0) : customer |
      links.payout = batch(PO) | links.subscription = code(SB0) | customers.id = code(CU0) : customer |
      customers.created_at = '2024-03-02T10:11:12.000Z' | customers.email = email : customer |
      customers.given_name = firstName | customers.family_name = lastName | customers.company_name = blank |
      customers.city = 'Leeds/York' : (segment)`,
  ],
  [
    "Mollie, payments in German",
    `
      Datum = utc : date | Zahlungsmethode = 'ideal/creditcard' | Währung = 'EUR' : (currency) |
      Betrag = comma net : amount | Status = 'paid/paid/expired/canceled' : (status) |
      ID = token(tr_) : (order) | Beschreibung = token(Bestellung ) | Name des Kunden = buyer : customer |
      Bankkonto des Kunden = code(NL91ABNA) : customer | BIC des Kunden = 'ABNANL2A' |
      Währung der Abrechnung = 'EUR' | Abrechnungsbetrag = comma net |
      Abrechnungsreferenz = batch(11.2025.) | Erstatteter Betrag = comma refunded : (refund)`,
  ],
  [
    "Paddle, transactions",
    `
      transaction_id = token(txn_01) : (order) |
      status = 'completed/completed/past_due/canceled' : (status) |
      origin = 'subscription_recurring/web' : (segment) | subscription_id = code(sub_01) |
      customer_id = code(ctm_01) : customer | customer_name = buyer : customer |
      customer_email = email : customer | address_country_code = 'US/DE' : (segment) |
      currency_code = 'USD' : (currency) | subtotal = net : amount | discount = =0 | tax = tax(19) |
      total = gross(19) | fee = paidFee | earnings = afterFee | invoice_number = number(77-) : (order) |
      billed_at = zulu : date | created_at = zulu : date | updated_at = zulu+1`,
  ],
  [
    "Lemon Squeezy, orders",
    `
      identifier = token(0f1b-) : (order) | order_number = row(3100) : (order) |
      user_name = buyer : customer | user_email = email : customer | currency = 'USD' : (currency) |
      subtotal = net : amount | discount_total = =0 | tax = tax(20) | total = gross(20) |
      status = 'paid/paid/refunded' : (status) | refunded = 'false/false/true' | refunded_at = blank |
      created_at = zulu : date | first_order_item_product_name = products`,
  ],
  [
    "Gumroad, sales",
    `
      Purchase ID = token(g) : (order) | Item Name = products | Buyer Name = buyer : customer |
      Purchase Email = email : customer | Purchase Date = iso : date |
      Purchase Time (UTC timezone) = '10:00' | Subtotal ($) = net : amount | Taxes ($) = tax(8) |
      Shipping ($) = =0 | Sale Price ($) = gross(8) | Fees ($) = paidFee |
      Net Total ($) = afterFee : amount | Refunded? = 'false/false/true' : (status) |
      Partial Refund ($) = =0 : (refund) | Fully Refunded? = 'false' | Discount Code = blank |
      Country = 'United States/Canada' : (segment) | Quantity = =1`,
  ],
  [
    "Chargify, invoices",
    `
      uid = token(inv_) : (order) | number = number() : (order) |
      customer_id = customer(65000001) : customer | customer_organization = client : customer |
      customer_email = email : customer | subscription_id = customer(71000001) | issue_date = iso : date |
      due_date = iso+30 | paid_date = paidIso | status = 'paid/paid/open/voided' : (status) |
      currency = 'USD' : (currency) | subtotal_amount = net : amount | discount_amount = =0 |
      tax_amount = tax(7) | total_amount = gross(7) | credit_amount = =0 | paid_amount = gross(7) |
      refund_amount = =0 : (refund) | due_amount = =0 | product_name = 'Basic/Pro' : (segment)`,
  ],
  [
    "Braintree, transaction search",
    `
      Transaction ID = token(bt) : (order) | Subscription ID = code(s) |
      Transaction Type = 'sale/sale/credit' : (status) |
      Transaction Status = 'settled/settled/voided' : (status) | Escrow Status = blank |
      Created Datetime = americanTime : date | Created Timezone = 'CST' | Settlement Date = american+1 |
      Disbursement Date = american+2 | Merchant Account = 'craftlane' |
      Currency ISO Code = 'USD' : (currency) | Amount Authorized = net |
      Amount Submitted For Settlement = net : amount | Service Fee = blank | Tax Amount = blank |
      Order ID = row(9100) : (order) | Refunded Transaction ID = blank |
      Payment Instrument Type = 'Credit Card' | Card Type = 'Visa/MasterCard' |
      Customer ID = customer(551201) : customer | Customer First Name = firstName |
      Customer Last Name = lastName | Customer Email = email : customer | Billing Postal Code = '60601'`,
  ],
  [
    "Razorpay, payments",
    `
      id = token(pay_) : (order) | amount = net : amount | currency = 'INR' : (currency) |
      status = 'captured/captured/failed/refunded' : (status) | order_id = token(order_) : (order) |
      invoice_id = blank | international = '0' | method = 'upi/card' |
      amount_refunded = refunded : (refund) | amount_transferred = =0 | refund_status = blank |
      captured = =1/1/0 | description = 'Course' | bank = 'HDFC/' | vpa = blank | email = email : customer |
      contact = code(+9198) : customer | fee = paidFee | tax = tax(1) | error_code = blank |
      created_at = britishTime : date`,
  ],
  [
    "Payments with the year in two digits and first",
    `
      Date = shortIso : date | Customer = client : customer | Amount = net : amount`,
  ],
];

/** Tables of such programs that hold no sales by customer. */
const leftAlone: readonly Written[] = [
  [
    "Wave, accounting transactions",
    `
      Transaction ID = document(1870001) | Transaction Date = iso |
      Account Name = 'Sales/Accounts Receivable/Bank charges' | Transaction Description = products |
      Transaction Line Description = blank | Amount (One column) = bookedBoth |
      Debit Amount (Two Column Approach) = bookedDebit |
      Credit Amount (Two Column Approach) = bookedCredit |
      Other Accounts for this Transaction = 'Accounts Receivable/Sales' | Customer = someClient |
      Vendor = someClient | Invoice Number = blank | Bill Number = blank | Notes / Memo = blank |
      Amount Before Sales Tax = booked | Sales Tax Amount = =0 | Account Group = 'Income/Asset/Expense' |
      Account Type = 'Income/Accounts Receivable/Operating Expense'`,
    { lines: 2 },
  ],
  [
    "DATEV, postings with a line of metadata",
    `
      Umsatz (ohne Soll/Haben-Kz) = comma gross(19) | Soll/Haben-Kennzeichen = 'S/S/H' |
      WKZ Umsatz = 'EUR' | Kurs = blank | Basis-Umsatz = blank | WKZ Basis-Umsatz = blank |
      Konto = customer(10001) | Gegenkonto (ohne BU-Schlüssel) = =8400 | BU-Schlüssel = blank |
      Belegdatum = dayAndMonth | Belegfeld 1 = number(RE) | Belegfeld 2 = blank | Skonto = blank |
      Buchungstext = client`,
    {
      above: [["EXTF", 700, 21, "Buchungsstapel", 12, 20250703, "", "RE", "", "", 29098, 55003, 20250101, 4]],
    },
  ],
  [
    "Stripe, balance history",
    `
      id = token(txn_1) | Type = 'charge/charge/refund/payout' | Source = token(ch_3) | Amount = net |
      Fee = paidFee | Destination Platform Fee = blank | Net = afterFee | Currency = 'eur' |
      Created (UTC) = utc | Available On (UTC) = utc+7 | Description = token(Order ) |
      Customer Facing Amount = net | Customer Facing Currency = 'eur' | Transfer = batch(po_1Q) |
      Transfer Date (UTC) = utc+9`,
  ],
  [
    "Stripe, payouts",
    `
      id = token(po_1) | Amount = net | Arrival Date (UTC) = utc+2 | Balance Transaction = token(txn_1) |
      Created (UTC) = utc | Currency = 'eur' | Description = 'STRIPE PAYOUT' | Destination = 'ba_1Qx77' |
      Destination Name = 'COMMERZBANK AG' | Method = 'standard' | Status = 'paid/paid/failed' |
      Type = 'bank_account'`,
  ],
  [
    "Adyen, settlement details",
    `
      Company Account = 'CraftLane' | Merchant Account = 'CraftLaneNL/CraftLaneDE' |
      Psp Reference = token(88) | Merchant Reference = token(ORDER-) | Payment Method = 'visa/mc/ideal' |
      Creation Date = utc | TimeZone = 'CET' | Type = 'Settled/Settled/Refunded' |
      Modification Reference = token(M) | Gross Currency = 'EUR' | Gross Debit (GC) = blank |
      Gross Credit (GC) = net | Exchange Rate = =1 | Net Currency = 'EUR' | Net Debit (NC) = blank |
      Net Credit (NC) = afterFee | Commission (NC) = =0.2 | Markup (NC) = =0.3 | Scheme Fees (NC) = =0.1 |
      Interchange (NC) = =0.2 | Batch Number = batch()`,
  ],
  [
    "Mercado Pago, settlement",
    `
      EXTERNAL_REFERENCE = token(ORD-) | SOURCE_ID = row(68000111000) | USER_ID = =119284447 |
      PAYMENT_METHOD_TYPE = 'credit_card/bank_transfer' | PAYMENT_METHOD = 'master/pix' | SITE = 'MLB' |
      TRANSACTION_TYPE = 'SETTLEMENT/SETTLEMENT/REFUND/PAYOUT' | TRANSACTION_AMOUNT = net |
      TRANSACTION_CURRENCY = 'BRL' | TRANSACTION_DATE = brazilianTime | FEE_AMOUNT = fee |
      SETTLEMENT_NET_AMOUNT = afterFee | SETTLEMENT_CURRENCY = 'BRL' | SETTLEMENT_DATE = zulu |
      REAL_AMOUNT = afterFee`,
  ],
  [
    "Bank statement in German",
    `
      Auftragskonto = 'DE02120300000000202051' | Buchungstag = german | Valutadatum = german |
      Buchungstext = 'GUTSCHRIFT/FOLGELASTSCHRIFT/ENTGELT' | Verwendungszweck = token(RE ) |
      Beguenstigter/Zahlungspflichtiger = client | Kontonummer/IBAN = code(DE89) |
      BIC (SWIFT-Code) = 'COBADEFFXXX' | Betrag = comma inAndOut | Waehrung = 'EUR' |
      Info = 'Umsatz gebucht'`,
  ],
  [
    "Supplier invoices in French",
    `
      Fournisseur = client | N° de facture = number(FF-) | Date de facture = british |
      Date d'échéance = british+30 | Compte = =606400/613200 | Montant HT = comma net |
      TVA = comma tax(20) | Montant TTC = comma gross(20) | Statut = 'Payée/À payer'`,
  ],
  [
    "QuickBooks, bills by vendor",
    `
      Vendor = client | Date = american | Transaction type = 'Bill' | Num = number(B) |
      Due date = american | Amount = net | Open balance = =0`,
  ],
  [
    "FreshBooks, expenses",
    `
      Date = iso | Merchant = 'Hetzner/Adobe/Staples' | Category = 'Software/Office supplies' |
      Description = products | Client = blank | Subtotal = net | Tax = tax(13) | Grand Total = gross(13) |
      Currency = 'CAD'`,
  ],
  [
    "Payroll journal",
    `
      Employee = buyer | Pay Date = american | Gross Pay = net | Employee Taxes = tax(20) |
      Deductions = tax(5) | Net Pay = tax(75)`,
  ],
  [
    "Stock valuation",
    `
      Item code = token(SKU) | Item name = products | As at = '2025-06-30' | Quantity on hand = quantity |
      Average cost = each | Stock value = net`,
  ],
  [
    "Xero, trial balance",
    `
      Account = '200 - Sales/610 - Accounts Receivable/404 - Bank Fees/800 - Accounts Payable' |
      Account Type = 'Revenue/Current Asset/Expense/Current Liability' | Debit - Year to date = debit |
      Credit - Year to date = credit`,
    { above: [["Trial Balance"], ["Craft Lane Ltd"], ["As at 30 June 2025"], []] },
  ],
  [
    "Xero, aged receivables summary",
    `
      Contact = firm | Current = net | < 1 Month = tax(30) | 1 Month = tax(20) | 2 Months = =0 |
      3 Months = =0 | Older = =0 | Total = gross(50)`,
    { above: [["Aged Receivables Summary"], ["Craft Lane Ltd"], ["As at 30 June 2025"], []] },
  ],
  [
    "QuickBooks, sales by customer summary",
    `
      "" = firm | Total = net`,
    {
      count: 18,
      above: [["Sales by Customer Summary"], ["Craft Lane LLC"], ["January - December 2025"], []],
      below: [["TOTAL", "$8,812.20"], [], ["Thursday, Jan 02, 2026 09:12:44 AM GMT-8 - Accrual Basis"]],
    },
  ],
];

/** A second round, written after the first had been worked on. */
const later: readonly Written[] = [
  [
    "Zoho Books, payments received",
    `
      Payment Number = row(1) : (order) | CustomerPayment ID = token(46) : (order) |
      Mode = 'Cash/Bank Transfer' | CustomerID = code(4600000007) : customer | Description = blank |
      Exchange Rate = =1 | Amount = net : amount | Unused Amount = =0 | Bank Charges = =0 |
      Reference Number = blank | Currency Code = 'USD' : (currency) | Payment Number Prefix = blank |
      Customer Name = client : customer | Payment Type = 'Invoice Payment' : (status) | Date = iso : date |
      Tax Account = blank | Deposit To = 'Undeposited Funds' | Invoice Number = number(INV-00) : (order) |
      Invoice Date = iso+-12 : date`,
  ],
  [
    "Zoho Books, credit notes and invoices by customer",
    `
      Date = british : date | Transaction Type = 'Invoice/Invoice/Credit Note' : (status) |
      Transaction# = number(INV-) : (order) | Customer Name = client : customer |
      Status = 'Paid/Paid/Closed' : (status) | Amount (FCY) = lessCredits : amount | Balance (FCY) = =0`,
    { above: [["Craft Lane"], ["Sales by Customer"], ["From 01/01/2025 To 30/06/2025"], []] },
  ],
  [
    "FreeAgent, invoices with a due date first",
    `
      Due Date = british+30 | Invoice Date = british : date | Reference = number(INV) : (order) |
      Organisation = client : customer | Contact name = buyer : customer |
      Status = 'Paid/Paid/Overdue/Draft' : (status) | Net Value = net : amount | Sales Tax Value = tax(20) |
      Total Value = gross(20) | Paid Value = gross(20) | Due Value = =0`,
  ],
  [
    "Odoo, customer invoices of a list view",
    `
      Number = number(INV/2025/) : (order) | Invoice Partner Display Name = client : customer |
      Invoice/Bill Date = iso : date | Due Date = iso+30 | Next Activity Summary = blank |
      Untaxed Amount Signed = net : amount | Tax Signed = tax(21) | Total Signed = gross(21) |
      Total in Currency Signed = gross(21) | Payment Status = 'Paid/Paid/Not Paid' : (status) |
      Status = 'Posted'`,
  ],
  [
    "Xero, contacts' invoices in an aged detail",
    `
      Invoice Date = named : date | Due Date = named+30 | Invoice Number = number(INV-) : (order) |
      Invoice Reference = blank | Contact = client : customer | Invoice Total = gross(10) : amount |
      Amount Paid = gross(10) : amount | Credited = =0 | Outstanding = =0`,
    { above: [["Customer Invoice Report"], ["Craft Lane Ltd"], ["1 January 2025 to 30 June 2025"], []] },
  ],
  [
    "easybill, documents in German",
    `
      Dokumentnummer = number(,2025) : (order) | Dokumenttyp = 'Rechnung/Rechnung/Gutschrift' : (status) |
      Dokumentdatum = german : date | Kundennummer = code() : customer | Firmenname = client : customer |
      Land = 'DE' : (segment) | Betrag netto = comma net : amount | Umsatzsteuerbetrag = comma tax(19) |
      Betrag brutto = comma gross(19) | Bezahlt am = german+14 | Offener Restbetrag = '0,00'`,
  ],
  [
    "BuchhaltungsButler, receipts of both directions in German",
    `
      Belegdatum = german : date |
      Belegart = 'Ausgangsrechnung/Ausgangsrechnung/Eingangsrechnung' : status |
      Belegnummer = number(B) : (order) | Gegenpartei = client : customer |
      Betrag = comma gross(19) : amount | Währung = 'EUR' : (currency) |
      Zahlungsstatus = 'bezahlt/bezahlt/offen'`,
  ],
  [
    "Tiime, quotes and invoices in French",
    `
      Type = 'Facture/Facture/Devis' : status | Numéro = number(F2025-) : (order) | Date = british : date |
      Client = client : customer | Total HT = euros net : amount | TVA = euros tax(20) |
      Total TTC = euros gross(20) | État = 'Payée/Envoyée'`,
  ],
  [
    "Henrri, invoices with avoirs in French",
    `
      N° pièce = number(FA) : (order) | Nature = 'Facture/Facture/Facture/Avoir' : (status) |
      Date pièce = british : date | Code client = code(C) : customer | Raison sociale = client : customer |
      Montant H.T. = comma net : amount | Montant T.V.A. = comma tax(20) |
      Montant T.T.C. = comma gross(20) | Date règlement = british+30`,
  ],
  [
    "Contasimple, issued invoices in Spanish",
    `
      Nº factura = number(2025/) : (order) | Fecha emisión = british : date |
      Nombre/Razón social = client : customer | NIF/CIF = code(B4) : customer | Concepto = products |
      Total base imponible = euros net : amount | Total IVA = euros tax(21) | Total IRPF = '0,00 €' |
      Total factura = euros gross(21) | Forma de pago = 'Transferencia/Tarjeta' |
      Estado = 'Pagada/Pagada/Impagada' : (status)`,
  ],
  [
    "Anfix, income in Spanish",
    `
      Fecha expedición = british : date | Número = number(A-) : (order) |
      Nombre cliente = client : customer | Base = comma net : amount | Tipo IVA = '21%' |
      Cuota = comma tax(21) | Total = comma gross(21) | Fecha cobro = british+30`,
  ],
  [
    "TeamSystem, register of sales in Italian",
    `
      Data registrazione = british : date | Data documento = british : date |
      Num. documento = number(,31) : (order) | Ragione sociale = client : customer |
      Partita IVA = code(IT1) : customer | Imponibile = comma net : amount | Aliquota = '22' |
      Imposta = comma tax(22) | Totale fattura = comma gross(22) | Pagata = 'Sì/Sì/No' : (status)`,
  ],
  [
    "Jasmin, sales documents in Portuguese",
    `
      Tipo de documento = 'FA/FA/NC' : (status) | Número do documento = number(FA2025.) : (order) |
      Data do documento = iso : date | Nome do cliente = client : customer |
      Contribuinte = code(5) : customer | Valor líquido = net : amount | Valor de imposto = tax(23) |
      Valor a pagar = gross(23) | Moeda = 'EUR' : (currency)`,
  ],
  [
    "SnelStart, sold by customer in Dutch",
    `
      Factuurnummer = number(25) : (order) | Klantnaam = client : customer |
      Klantcode = customer(3100) : customer | Factuurdatum = dashed : date |
      Factuurbedrag = comma gross(21) | Netto bedrag = comma net : amount | Btw bedrag = comma tax(21) |
      Openstaand saldo = '0,00' | Verzendwijze = 'E-mail'`,
  ],
  [
    "Stripe, charges with a card holder",
    `
      id = token(ch_3) : (order) | Description = 'Subscription update' |
      Seller Message = 'Payment complete.' | Created date (UTC) = utc : date | Amount = net : amount |
      Amount Refunded = refunded : (refund) | Currency = 'eur' : (currency) |
      Converted Amount = net : amount | Converted Amount Refunded = refunded : (refund) | Fee = paidFee |
      Taxes On Fee = =0 | Converted Currency = 'eur' : (currency) | Mode = 'Live' |
      Status = 'Paid/Paid/Failed/Refunded' : (status) | Statement Descriptor = 'CRAFTLANE' |
      Customer ID = code(cus_Qz) : customer | Customer Description = buyer |
      Customer Email = email : customer | Captured = 'true' | Card ID = code(pm_1) | Card Name = buyer |
      Invoice ID = token(in_1) : (order) | Transfer = batch(po_)`,
  ],
  [
    "Sezzle, payouts by order",
    `
      Payout UUID = batch(c2a-) | Payout Date = iso+30 | Order Reference = row(7001) |
      Order Created At = zulu | Type = 'ORDER/ORDER/REFUND' | Gross Amount = net | Fees = fee |
      Net Amount = afterFee | Currency = 'USD'`,
  ],
  [
    "Klarna, settlements",
    `
      type = 'SALE/SALE/RETURN/FEE' | sale_date = zulu | capture_date = zulu | short_order_id = token(K) |
      merchant_reference1 = row(8000) | amount = net | currency_code = 'SEK' |
      payment_reference = row(55001) | merchant_id = 'N1001'`,
  ],
  [
    "Revolut Business, statement",
    `
      Date started (UTC) = iso | Date completed (UTC) = iso | ID = token(rv-) |
      Type = 'TOPUP/TRANSFER/CARD_PAYMENT/FEE' | Description = client | Payer = client |
      Card number = blank | Orig currency = 'EUR' | Orig amount = inAndOut | Payment currency = 'EUR' |
      Amount = inAndOut | Fee = =0 | Balance = row(5000) | Account = 'EUR Main' | Beneficiary IBAN = blank`,
  ],
  [
    "General ledger in English",
    `
      Date = iso | Account code = =200/610/820 | Account = 'Sales/Accounts Receivable/VAT' |
      Contact = client | Reference = number(INV-) | Debit = debit | Credit = credit | Balance = row(900)`,
  ],
  [
    "Time sheet of an invoicing program",
    `
      Date = iso | Client = client | Project = products | Team Member = 'Lea/Tom' | Hours = quantity |
      Billed = 'yes/no'`,
  ],
  [
    "Purchases of goods in German",
    `
      Rechnungseingang = german | Lieferantennummer = code(7) | Lieferant = client |
      Rechnungsnummer = number(ER) | Netto = comma net | Vorsteuer = comma tax(19) |
      Brutto = comma gross(19) | Fällig am = german+14`,
  ],
  [
    "Mileage log",
    `
      Date = iso | Customer visited = client | Purpose = products | Miles = quantity | Rate = =0.67 |
      Amount = mileage`,
  ],
];

/** Reports of accounting, invoicing and payment programs, with all the columns they have. */
export function heldOutNinth(): Sample[] {
  const made = [...invoices, ...payments, ...leftAlone, ...later].map(([source, columns, given], index) =>
    report(2000 + index, source, columns, given),
  );
  return [...made, ...groupedReports()];
}

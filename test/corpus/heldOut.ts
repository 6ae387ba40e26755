import { draftOf, type Sample, sampleOf, type Source } from "./sample";

/** Exports that the dictionaries were not made from: their first score is told in the test. */
const sources: readonly Source[] = [
  {
    source: "Pipedrive deals",
    shape: "deals",
    columns: [
      "Deal - ID = rowNumber : (order)", "Deal - Title = text", "Deal - Owner = owner", "Deal - Organization = firm : customer",
      "Deal - Contact person = person", "Deal - Value = money : amount", "Deal - Currency of Value = eur : (currency)",
      "Deal - Stage = dealStage : status", "Deal - Status = dealStatus : status", "Deal - Won time = isoTime : date",
      "Deal - Expected close date = laterDate", "Deal - Deal created = earlierDate",
    ],
  },
  {
    source: "Zoho deals",
    shape: "deals",
    columns: [
      "Record Id = token : (order)", "Deal Name = text", "Account Name = firm : customer", "Amount = money : amount",
      "Closing Date = date : date", "Stage = dealStage : status", "Deal Owner = owner", "Lead Source = channel : (segment)",
      "Created Time = isoTime", "Probability (%) = nineteen",
    ],
  },
  {
    source: "Zoho invoices",
    shape: "orders",
    columns: [
      "Invoice Date = isoDate : date", "Invoice ID = rowUuid : (order)", "Invoice Number = invoiceNumber : (order)",
      "Invoice Status = invoiceStatus : (status)", "Customer ID = customerNumber : customer", "Customer Name = firm",
      "Due Date = laterDate", "Currency Code = eur : (currency)", "SubTotal = money : amount", "Total = gross : amount", "Balance = zero",
    ],
  },
  {
    source: "Lexoffice invoices",
    shape: "orders",
    columns: [
      "Belegdatum = germanDate : date", "Belegnummer = invoiceNumber : (order)", "Kunde = firm : customer", "Status = germanStatus : (status)",
      "Nettobetrag = germanMoney : amount", "Umsatzsteuer = tax", "Bruttobetrag = germanGross", "Fällig am = laterDate",
    ],
  },
  {
    source: "sevDesk invoices",
    shape: "orders",
    columns: [
      "Rechnungsnummer = invoiceNumber : (order)", "Rechnungsdatum = germanDate : date", "Kundenname = firm", "Kundennummer = customerCode : customer",
      "Rechnungsstatus = germanStatus : (status)", "Summe netto = germanMoney : amount", "Summe brutto = germanGross", "Währung = eur : (currency)",
      "Bezahlt am = laterDate", "Fälligkeitsdatum = laterDate", "Lieferdatum = earlierDate",
    ],
  },
  {
    source: "Pennylane invoices",
    shape: "orders",
    columns: [
      "Date d'émission = slashDate : date", "Numéro de facture = invoiceNumber : (order)", "Nom du client = firm : customer",
      "Montant HT (€) = money : amount", "Montant TVA = tax", "Montant TTC = gross", "Statut de paiement = frenchStatus : (status)", "Date d'échéance = laterDate",
    ],
  },
  {
    source: "Holded invoices",
    shape: "orders",
    columns: [
      "Fecha = slashDate : date", "Núm. = invoiceNumber : (order)", "Contacto = firm : customer", "Descripción = text", "Base imponible = money : amount",
      "IVA = tax", "Total = gross", "Estado = spanishStatus : (status)", "Vencimiento = laterDate",
    ],
  },
  {
    source: "Fatture in Cloud",
    shape: "orders",
    columns: [
      "Data = date : date", "Numero = rowNumber : (order)", "Cliente = firm : customer", "Partita IVA = customerNumber", "Imponibile = money : amount",
      "IVA = tax", "Totale = gross", "Prossima scadenza = laterDate", "Stato = italianStatus : (status)",
    ],
  },
  {
    source: "Moneybird invoices",
    shape: "orders",
    columns: [
      "Factuurnummer = invoiceNumber : (order)", "Factuurdatum = date : date", "Vervaldatum = laterDate", "Klantnummer = customerNumber : customer",
      "Bedrijfsnaam = firm", "Totaal excl. btw = money : amount", "Totaal incl. btw = gross", "Status = dutchStatus : (status)", "Valuta = eur : (currency)",
    ],
  },
  {
    source: "Mollie payments",
    shape: "orders",
    columns: [
      "Date = isoTime : date", "Payment method = method", "Currency = eur : (currency)", "Amount = money : amount", "Status = paymentStatus : (status)",
      "ID = token : (order)", "Description = text", "Consumer name = person : customer", "Consumer bank account = text", "Settlement amount = afterFee",
      "Amount refunded = refund : (refund)",
    ],
  },
  {
    source: "PayPal activity",
    shape: "orders",
    columns: [
      "Date = americanDate : date", "Time = time", "TimeZone = eur", "Name = person", "Type = method", "Status = wooStatus : (status)", "Currency = eur : (currency)",
      "Gross = money : amount", "Fee = fee", "Net = afterFee : amount", "From Email Address = email : customer", "To Email Address = ownEmail",
      "Transaction ID = token : (order)", "Item Title = product", "Balance = money",
    ],
  },
  {
    source: "Square transactions",
    shape: "orders",
    columns: [
      "Date = isoDate : date", "Time = time", "Gross Sales = gross", "Discounts = zero", "Net Sales = money : amount", "Tax = tax", "Tip = zero",
      "Partial Refunds = refund : (refund)", "Total Collected = gross", "Source = channel : (segment)", "Fees = fee", "Net Total = afterFee : amount", "Transaction ID = token : (order)",
      "Customer ID = customerToken : customer", "Customer Name = person",
    ],
  },
  {
    source: "Etsy sold orders",
    shape: "orders",
    columns: [
      "Sale Date = americanDate : date", "Order ID = orderNumber : (order)", "Buyer User ID = customerCode : customer", "Full Name = person", "Number of Items = quantity : (quantity)",
      "Payment Method = method", "Date Shipped = laterDate", "Currency = usd : (currency)", "Order Value = money : amount", "Coupon Code = blank", "Discount Amount = zero", "Shipping = shipping",
      "Sales Tax = tax", "Order Total = gross : amount", "Status = financialStatus : (status)", "Order Net = afterFee : amount",
    ],
  },
  {
    source: "Amazon orders",
    shape: "orders",
    columns: [
      "amazon-order-id = token : (order)", "purchase-date = isoTime : date", "last-updated-date = isoTime", "order-status = wooStatus : (status)", "sales-channel = channel : (segment)",
      "buyer-email = email : customer", "sku = sku", "item-status = wooStatus : (status)", "quantity = quantity : (quantity)", "currency = eur : (currency)", "item-price = money : amount", "item-tax = tax", "shipping-price = shipping",
    ],
  },
  {
    source: "Google Ads cost",
    shape: "spend",
    columns: [
      "Month = monthPerThree : period", "Campaign = campaign : (segment)", "Campaign state = plan", "Currency code = eur : (currency)", "Cost = spendCents : spend",
      "Impressions = clicks", "Clicks = clicks", "Cost / conv. = share",
    ],
  },
  {
    source: "Meta Ads spend",
    shape: "spend",
    columns: [
      "Campaign name = campaign : (segment)", "Reporting starts = monthPerThree : period", "Reporting ends = monthEndPerThree", "Amount spent (EUR) = spendCents : spend",
      "Impressions = clicks", "Results = joined : (newCustomers)", "Cost per results = share",
    ],
  },
  {
    source: "Gym contracts, German",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "Vertragsnr. = invoiceNumber : (order)", "Mitgliedsnummer = customerCode : customer", "Tarif = plan : (segment)", "Vertragsbeginn = germanDate : start",
      "Vertragsende = endDate : end", "Monatsbeitrag (€) = money : mrr",
    ],
  },
  {
    source: "Monthly figures, French",
    shape: "monthly",
    rows: 24,
    columns: ["Mois = monthText : period", "CA HT = revenue : revenue", "Clients en début de mois = customers : customerCount", "Nouveaux clients = joined : (newCustomers)", "Clients perdus = lost : lost"],
  },
  {
    source: "Monthly figures, Portuguese",
    shape: "monthly",
    rows: 24,
    columns: ["Mês = month : period", "Receita = revenue : revenue", "Clientes ativos = customers : customerCount", "Novos clientes = joined : (newCustomers)", "Cancelamentos = lost : lost", "Taxa de churn = churn : (churnRate)"],
  },
  {
    source: "Customers by month, Spanish",
    shape: "cube",
    isByCustomer: true,
    columns: ["Razón social = firm : customer", "Plan = plan : (segment)", "x = months"],
  },
  {
    source: "Customer list, Italian",
    shape: "customers",
    isByCustomer: true,
    columns: ["Cliente = person", "E-mail = email : customer", "N. ordini = orders : orderCount", "Totale speso = money : revenue", "Primo ordine = date : (firstDate)", "Ultimo ordine = muchLaterDate : (lastDate)"],
  },
  {
    source: "BigCommerce orders",
    shape: "orders",
    columns: [
      "Order ID = rowNumber : (order)", "Order Status = wooStatus : (status)", "Order Date = americanDate : date", "Customer ID = customerNumber : customer", "Customer Name = person",
      "Subtotal (ex tax) = money : amount", "Subtotal (inc tax) = gross", "Tax Total = tax", "Order Total (ex tax) = money : amount", "Order Total (inc tax) = gross", "Currency = usd : (currency)",
    ],
  },
  {
    source: "Magento orders",
    shape: "orders",
    columns: [
      "ID = orderNumber : (order)", "Purchase Point = plan", "Purchase Date = namedDate : date", "Bill-to Name = person", "Ship-to Name = person", "Grand Total (Base) = money : amount",
      "Grand Total (Purchased) = money : amount", "Status = wooStatus : (status)", "Customer Email = email : customer", "Shipping and Handling = shipping",
    ],
  },
  {
    source: "Paddle subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "subscription_id = rowUuid : (order)", "customer_id = uuid : customer", "customer_email = email", "status = subscriptionStatus : (status)", "product_name = plan", "started_at = isoTime : start",
      "canceled_at = isoEnd : end", "next_billed_at = laterDate", "billing_cycle_interval = interval : (interval)", "mrr = money : mrr",
    ],
  },
  {
    source: "Order lines, Dutch",
    shape: "lines",
    columns: [
      "Ordernummer = orderNumber : (order)", "Orderdatum = date : date", "Klantnr. = customerNumber : customer", "Artikel = product", "Aantal = quantity : quantity", "Prijs per stuk (€) = price : price", "Land = country : (segment)",
    ],
  },
  {
    source: "Gumroad sales",
    shape: "orders",
    columns: [
      "Purchase ID = token : (order)", "Item Name = product", "Buyer Name = person", "Purchase Email = email : customer", "Purchase Date = isoDate : date", "Purchase Time = time", "Subtotal ($) = money : amount", "Taxes ($) = tax", "Sale Price ($) = gross : amount",
      "Fees ($) = fee", "Net Total ($) = afterFee : amount", "Country = country : (segment)", "Refunded? = no",
    ],
  },
  {
    source: "Payroll",
    shape: undefined,
    isByCustomer: true,
    columns: ["Employee = person", "Department = plan", "Hire date = date", "Salary = money"],
  },
  {
    source: "Stock list",
    shape: undefined,
    columns: ["Product = product", "SKU = sku", "Quantity = quantity", "Price = price", "Last counted = date"],
  },
  {
    source: "Supplier invoices",
    shape: undefined,
    columns: ["Supplier = firm", "Invoice no. = invoiceNumber", "Invoice date = date", "Amount = money", "Due date = laterDate"],
  },
];

const title = [["Export of the accounting, created on 2026-02-01"], [], []];

/** One tab for each: some below a title, some a column in, some with a total below. */
export function heldOut(): Sample[] {
  return sources.map((source, index) => {
    const draft = draftOf(source, index + 1);
    if (index % 3 === 1) return sampleOf(draft, "held out", { above: title, below: [[], ["Total", 60]] });
    return sampleOf(draft, "held out", { left: index % 3 === 2 ? 1 : 0 });
  });
}

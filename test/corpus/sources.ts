import type { Source } from "./sample";

/** Exports as field.md lists their headers, and typical ones of other makers. */
export const sources: readonly Source[] = [
  {
    source: "Stripe payments",
    shape: "orders",
    columns: [
      "id = token : (order)", "Created date (UTC) = isoTime : date", "Amount = money : amount", "Amount Refunded = refund : (refund)", "Currency = usd : (currency)", "Captured = yes",
      "Converted Amount = money", "Converted Amount Refunded = refund", "Converted Currency = usd", "Fee = fee", "Is Link = yes", "Mode = method", "Payment Source Type = method",
      "Status = paymentStatus : (status)", "Taxes On Fee = zero", "Application Fee = blank", "Application ID = blank", "Description = text", "Customer Email = email : customer", "Invoice ID = token : (order)", "Transfer = blank",
    ],
  },
  {
    source: "Stripe payments in several currencies",
    shape: "orders",
    columns: [
      "id = token : (order)", "Created date (UTC) = isoTime : date", "Amount = money", "Amount Refunded = zero : (refund)", "Currency = currencies : (currency)", "Captured = yes",
      "Converted Amount = converted : amount", "Converted Amount Refunded = zero : (refund)", "Converted Currency = usd : (currency)", "Fee = fee", "Status = paymentStatus : (status)", "Customer Email = email : customer",
    ],
  },
  {
    source: "Stripe payments, older",
    shape: "orders",
    columns: [
      "id = token : (order)", "Description = text", "Seller Message = text", "Created (UTC) = isoTime : date", "Amount = money : amount", "Amount Refunded = zero : (refund)", "Currency = usd : (currency)", "Converted Amount = money",
      "Converted Amount Refunded = zero", "Fee = fee", "Taxes On Fee = zero", "Converted Currency = usd", "Status = paymentStatus : (status)", "Customer ID = customerToken : customer", "Customer Description = text", "Customer Email = email : customer", "Captured = yes", "Card ID = token",
    ],
  },
  {
    source: "Stripe subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    columns: [
      "id = token : (order)", "Customer ID = customerToken : customer", "Customer Name = person", "Customer Email = email : customer", "Status = subscriptionStatus : (status)", "Cancellation Reason = blank", "Created (UTC) = isoTime", "Start (UTC) = isoTime : start",
      "Start Date (UTC) = isoTime : start", "Current Period Start (UTC) = isoTime", "Current Period End (UTC) = isoTime", "Trial Start (UTC) = blank", "Trial End (UTC) = blank", "Canceled At (UTC) = isoEnd : end", "Ended At (UTC) = isoEnd : end", "Amount = money : mrr", "Interval = interval : (interval)",
    ],
  },
  {
    source: "Stripe MRR per subscriber",
    shape: "cube",
    isByCustomer: true,
    columns: ["Customer ID = customerToken : customer", "Customer = person", "Customer Email = email : customer", "Currency = usd : (currency)", "x = months"],
  },
  {
    source: "Shopify orders",
    shape: "orders",
    columns: [
      "Name = hashNumber : (order)", "Email = email : customer", "Financial Status = financialStatus : (status)", "Paid at = isoTime", "Fulfillment Status = fulfilled", "Fulfilled at = isoTime", "Accepts Marketing = no", "Currency = eur : (currency)",
      "Subtotal = money", "Shipping = shipping", "Taxes = tax", "Total = gross : amount", "Discount Code = blank", "Discount Amount = zero", "Shipping Method = method", "Created at = isoTime : date", "Lineitem quantity = quantity", "Lineitem name = product", "Lineitem price = price",
      "Lineitem compare at price = blank", "Lineitem sku = sku", "Billing Name = person", "Billing Country = country : (segment)", "Cancelled at = blank", "Payment Method = method", "Payment Reference = token", "Refunded Amount = refund : (refund)", "Vendor = plan", "Outstanding Balance = zero", "Employee = blank", "Location = blank", "Device ID = blank",
      "Id = orderNumber : (order)", "Tags = blank", "Risk Level = plan", "Source = channel : (segment)", "Lineitem discount = zero",
    ],
  },
  {
    source: "Shopify customers",
    shape: "customers",
    isByCustomer: true,
    columns: [
      "Customer ID = quotedId : customer", "First Name = firstName", "Last Name = lastName", "Email = email : customer", "Accepts Email Marketing = no", "Default Address Company = blank", "Default Address Address1 = text", "Default Address Country Code = country", "Phone = blank", "Accepts SMS Marketing = no",
      "Total Spent = money : revenue", "Total Orders = orders : orderCount", "Note = blank", "Tax Exempt = no", "Tags = blank",
    ],
  },
  {
    source: "ChartMogul subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    inCents: true,
    columns: [
      "CUSTOMER_UUID = uuid : customer", "CUSTOMER_EXTERNAL_IDS = customerToken : customer", "CUSTOMER_NAME = firm", "CUSTOMER_EMAIL = email : customer", "PLAN_NAME = plan : (segment)", "QUANTITY = nineteen", "MRR = cents : mrr", "ARR = yearlyCents", "CURRENCY = eur : (currency)", "BILLING_CURRENCY = eur",
      "INTERVAL_UNIT = interval : (interval)", "INTERVAL_COUNT = rowNumber",
    ],
  },
  {
    source: "Chargebee MRR by month",
    shape: "orders",
    columns: [
      "customer_id = customerToken : customer", "subscription_id = rowUuid : (order)", "reporting_month = reportingMonth : date", "status = subscriptionStatus : (status)", "status_previous = subscriptionStatus", "billing_currency_code = eur : (currency)", "mrr_billing_currency = money : amount",
      "mrr_previous_billing_currency = money", "reporting_currency_code = eur : (currency)", "exchange_rate = share",
    ],
  },
  {
    source: "Chargebee subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    columns: ["id = token : (order)", "customer_id = customerToken : customer", "activated_at = isoTime : start", "cancelled_at = isoEnd : end", "cancel_reason = blank", "cancel_reason_code = blank"],
  },
  {
    source: "Recurly subscriptions",
    shape: "subscriptions",
    isByCustomer: true,
    inCents: true,
    columns: ["activated_at = isoTime : start", "expires_at = isoEnd : end", "account_code = customerToken : customer", "plan_code = plan : (segment)", "total_amount_in_cents = cents : mrr", "adjustment_coupon_code = blank"],
  },
  {
    source: "HubSpot deals",
    shape: "deals",
    columns: [
      "Record ID = rowNumber : (order)", "Deal Name = text", "Deal Stage = dealStage : status", "Amount = money : amount", "Close Date = isoTime : date", "Deal owner = owner", "Pipeline = plan", "Create Date = isoTime", "Associated Company IDs = customerNumber : customer", "Associated Company = firm",
    ],
  },
  {
    source: "HubSpot deals, company name",
    shape: "deals",
    columns: ["Deal Name = text", "Deal Stage = dealStage : status", "Amount = money : amount", "Close Date = date : date", "Deal Owner = owner", "Pipeline = plan", "Create Date = earlierDate", "Company Name = firm : customer"],
  },
  {
    source: "Salesforce opportunities",
    shape: "deals",
    columns: [
      "Opportunity Owner = owner", "Account Name = firm : customer", "Opportunity Name = text", "Stage = dealStage : status", "Amount Currency = eur : (currency)", "Amount = money : amount", "ARR to Renew = money", "Close Date = date : date", "Fiscal Period = plan",
    ],
  },
  {
    source: "UCI retail, older headers",
    shape: "lines",
    columns: ["InvoiceNo = orderNumber : (order)", "StockCode = sku", "Description = product", "Quantity = quantity : quantity", "InvoiceDate = date : date", "UnitPrice = price : price", "CustomerID = customerNumber : customer", "Country = country : (segment)"],
  },
  {
    source: "UCI retail",
    shape: "lines",
    columns: ["Invoice = orderNumber : (order)", "StockCode = sku", "Description = product", "Quantity = quantity : quantity", "InvoiceDate = date : date", "Price = price : price", "Customer ID = customerNumber : customer", "Country = country : (segment)"],
  },
  {
    source: "Invoices, German",
    shape: "orders",
    columns: [
      "Rechnungsnummer = invoiceNumber : (order)", "Kundennummer = customerCode : customer", "Rechnungsdatum = germanDate : date", "Fälligkeit = laterDate", "Netto = germanMoney : amount", "Steuersatz = nineteen", "Brutto = germanGross", "Bezahlt = germanStatus : (status)",
    ],
  },
  {
    source: "Invoices, French",
    shape: "orders",
    columns: [
      "N° de facture = invoiceNumber : (order)", "Date de facturation = slashDate : date", "Numéro de client = customerCode : customer", "Nom du client = firm", "Total HT = frenchMoney : amount", "TVA = tax", "Total TTC = frenchMoney", "Échéance = laterDate",
    ],
  },
  {
    source: "Invoices, Spanish",
    shape: "orders",
    columns: ["Número de factura = invoiceNumber : (order)", "Fecha de emisión = slashDate : date", "Cliente = firm : customer", "Importe neto = money : amount", "IVA = tax", "Importe total = gross", "Vencimiento = laterDate"],
  },
  {
    source: "WooCommerce orders",
    shape: "orders",
    columns: [
      "order_id = rowNumber : (order)", "order_number = rowNumber : (order)", "order_date = isoTime : date", "paid_date = isoTime", "status = wooStatus : (status)", "shipping_total = shipping", "fee_total = zero", "tax_total = tax", "discount_total = zero", "order_total = money : amount", "order_subtotal = money", "order_currency = eur : (currency)",
      "payment_method = method", "customer_id = customerNumber : customer", "customer_email = email : customer", "billing_first_name = firstName", "billing_last_name = lastName",
    ],
  },
  {
    source: "Xero sales invoices",
    shape: "orders",
    columns: [
      "*ContactName = firm : customer", "EmailAddress = blank", "*InvoiceNumber = invoiceNumber : (order)", "Reference = text", "*InvoiceDate = date : date", "*DueDate = laterDate", "Total = gross", "TaxTotal = tax", "InvoiceAmountPaid = gross", "InvoiceAmountDue = zero",
      "*Description = product", "*Quantity = nineteen : (quantity)", "LineAmount = money : amount", "*AccountCode = nineteen", "*TaxType = method", "TaxAmount = tax", "Currency = eur : (currency)", "Type = plan", "Status = invoiceStatus : (status)",
    ],
  },
  {
    source: "QuickBooks invoice list",
    shape: "orders",
    columns: ["Date = americanDate : date", "Transaction type = plan", "Num = rowNumber : (order)", "Name = firm : customer", "Memo/Description = text", "Due date = laterDate", "Amount = money : amount", "Open balance = zero"],
  },
  {
    source: "Customers by month",
    shape: "cube",
    isByCustomer: true,
    columns: ["Customer = firm : customer", "x = months"],
  },
  {
    source: "Monthly figures",
    shape: "monthly",
    rows: 30,
    columns: ["Month = month : period", "Revenue = revenue : revenue", "Customers at start = customers : customerCount", "New = joined : (newCustomers)", "Lost = lost : lost", "Gross margin = margin : (margin)"],
  },
  {
    source: "CLV_KPIS",
    shape: "monthly",
    rows: 30,
    columns: [
      "Period = month : period", "Revenue = revenue : revenue", "Customers = customers : customerCount", "New = joined : (newCustomers)", "Returned = lost", "Lost = lost : lost", "Churn rate = churn : (churnRate)", "Revenue per customer = money",
    ],
  },
  {
    source: "Acquisition spend",
    shape: "spend",
    rows: 30,
    columns: ["Month = monthPerThree : period", "Channel = channel : (segment)", "Spend = spend : spend", "New customers = joined : (newCustomers)"],
  },
];

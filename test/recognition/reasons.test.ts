import { describe, expect, test } from "@jest/globals";
import { type Column, customer, date, money, words, tableOf } from "../support/columns";

describe("a table that cannot be used says what it lacks", () => {
  const month: Column = [
    "month",
    (index) => ({ date: `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01` }),
  ];
  const ids: Column = ["Order ID", (index) => 1000 + index];
  const items: Column = ["Quantity", (index) => 1 + (index % 4)];
  const clicks: Column = ["Clicks", (index) => 400 + index];
  const undated = "These could be sales, but no column says when each was: export them with a date";
  const ofNobody =
    "These could be orders, but no column says who the customer is: export them with a customer or an email";
  const uncounted =
    "These could be figures by period, but customers are missing: add how many there were and how many were lost";

  test.each<[string, readonly Column[], string]>([
    ["a date", [customer, money("Amount")], undated],
    ["a date but a due one", [customer, ["Due date", date[1]], money("Amount")], undated],
    ["a date where days are numbered", [customer, ["Day", (index) => 1 + index], money("Sales")], undated],
    [
      "what its amounts are, beside recency and frequency",
      [
        ["Customer ID", (index) => 300 + index],
        ["Recency", (index) => 4 * index],
        ["Frequency", (index) => 1 + (index % 5)],
        money("Monetary"),
      ],
      'These could be customers so far, but "Monetary" may be a total or a mean: if it is the total, name it Total spent, and "Frequency" Orders',
    ],
    [
      "an amount",
      [ids, customer, date, money("Freight")],
      "These could be orders, but no column says what was paid: export them with an amount",
    ],
    ["a customer", [date, money("Amount")], ofNobody],
    [
      "the customer of deals",
      [
        ["Deal Name", (index) => `Project ${index}`],
        words("Deal Stage", "Closed Won", "Demo"),
        money("Amount"),
        date,
      ],
      "These could be deals, but no column says who the customer is: export them with the company",
    ],
    [
      "customer and date of lines",
      [ids, items, money("Unit price")],
      "These could be orders, but no column says who the customer is or when each was: export them with both",
    ],
    [
      "customers, since it holds suppliers",
      [["Supplier", customer[1]], date, money("Amount")],
      'These seem to be payments to others ("Supplier"), not what customers pay: use the invoices to customers',
    ],
    [
      "an amount, where a shop says who makes its goods",
      [
        ["Name", (index) => `#${1000 + index}`],
        words("Vendor", "Rieker", "Remonte"),
        ["Created at", date[1]],
        ["Lineitem quantity", items[1]],
        ["Refunded Amount", () => 0],
      ],
      "Not used: no column says who the customer is or what it brought in",
    ],
    [
      "one row a month, where a month is called after what is measured",
      [
        ["metric_month", (index) => month[1](Math.floor(index / 2))],
        words("product", "Pro", "Guru"),
        ["active_subscribers", (index) => 40 + index],
        money("mrr"),
      ],
      "These could be figures by period, but some periods have several rows: add them up to one row per period, with how many customers were lost",
    ],
    [
      "how many subscriptions were lost",
      [month, ["active_subscriptions", (index) => 40 + index], money("mrr")],
      "These could be figures by period, but no column says how many customers were lost: add them, or a churn rate",
    ],
    [
      "date and amount",
      [customer, ids, words("Item", "Tea", "Coffee")],
      "These could be orders, but no column says when each was or what was paid: export them with a date and an amount",
    ],
    [
      "customers lost, where those there are counted",
      [["invoice_month", date[1]], money("mrr"), ["customers", (index) => 3 + (index % 5)]],
      "These could be figures by period, but no column says how many customers were lost: add them, or a churn rate",
    ],
    ["customers by month", [["Month", date[1]], money("MRR")], uncounted],
    [
      "customers by channel and month",
      [["Month", date[1]], words("Channel", "Ads", "Mail"), money("MRR")],
      uncounted,
    ],
    ["customers of visits", [date, ["Sessions", clicks[1]], money("Total revenue")], uncounted],
    [
      "the days of a spend",
      [["Campaign", customer[1]], money("Cost"), clicks],
      "This could be spend on advertising, but no column says when: export it by day or month",
    ],
    [
      "a price",
      [customer, ["Start date", date[1]], words("End date", "")],
      "No column says what a subscription costs: add its price per month",
    ],
    [
      "how often customers bought",
      [
        ["Customer", (index) => `Customer ${index}`],
        money("Total spent"),
        ["First order", date[1]],
        ["Last order", date[1]],
      ],
      "No column says how often each customer bought: add the number of orders",
    ],
    [
      "the year of its days",
      [customer, ["Dt", (index) => `${1 + (index % 28)} Jan`], money("Amount")],
      'These could be sales, but the dates in "Dt" have no year: write them as 6 Jan 2026',
    ],
    [
      "customers, since one's own contracts cost",
      [
        words("Name", "Phone", "Power", "Gym"),
        ["Kundennummer", (index) => `K${4000 + index}`],
        ["Beginn", date[1]],
        money("Kosten"),
      ],
      'These seem to be what you pay ("Kosten"), not what customers pay: add the price that they pay',
    ],
    [
      "revenue, where customers are counted",
      [month, ["Customers", (index) => 300 + index], ["Churned customers", (index) => 2 + (index % 3)]],
      "These could be figures by period, but no column says what customers paid: add the revenue of each period",
    ],
    [
      "all revenue, where it stands for one customer",
      [
        month,
        ["Active clients", (index) => 300 + index],
        ["Churned clients", (index) => 2 + (index % 3)],
        money("sales_per_client"),
      ],
      'These could be figures by period, but "sales_per_client" seems to be for one customer: add a column of total revenue',
    ],
    [
      "one row per period, and those who were lost",
      [
        ["month", (index) => month[1](index >> 1)],
        words("division", "A", "B"),
        ["active_customers", (index) => 100 + index],
        money("mrr", 100),
      ],
      "These could be figures by period, but some periods have several rows: add them up to one row per period, with how many customers were lost",
    ],
    [
      "customers, whose column is blank",
      [date, money("Amount"), words("Customer ID", "")],
      'These could be orders, but "Customer ID" is blank: export them with a customer or an email',
    ],
    [
      "customers, since it moves money on an account",
      [date, words("IBAN", "DE02", "DE89"), money("Amount")],
      "These seem to be bank account movements, not sales: use the invoices to customers",
    ],
    [
      "sales, since it lists claims",
      [customer, date, ["Claim No", (index) => 700 + index], money("Amount")],
      '"Claim No" belongs to claims, loans, assets, doses or mileage, not to sales: use the invoices to customers',
    ],
    [
      "periods of what was spent",
      [
        ["user_id", (index) => 1000 + index],
        words("channel", "Paid social", "Search"),
        ["acquisition_date", date[1]],
        money("acquisition_cost"),
      ],
      "These seem to be what each customer cost to win: add them up by month, next to the number of new customers",
    ],
    [
      "purchases, since it describes people",
      [["ID", (index) => 5000 + index], ["Year_Birth", (index) => 1950 + index], money("Income", 1000), date],
      "These seem to describe people, not what they paid: export their orders with a date and an amount",
    ],
    [
      "all that sales have",
      [words("Item", "Vase", "Cup"), money("Stock value")],
      "Not used: no column says who the customer is, when each sale was or what it brought in",
    ],
    [
      "headers, where more than one whole number could be an amount",
      [
        ["", customer[1]],
        ["", date[1]],
        ["", (index) => 20 + ((index * 7) % 40)],
        ["", (index) => 1 + (index % 4)],
      ],
      "Not used: no header says what the columns hold",
    ],
    [
      "sales, since it holds bookings",
      [
        customer,
        date,
        words("Account name", "Sales", "Receivables"),
        money("Debit amount"),
        money("Credit amount"),
        money("Amount"),
      ],
      "These seem to be account postings, not sales: use the invoices to customers",
    ],
  ])("%s", (_, columns, note) => {
    expect(tableOf(...columns)!.notes).toContain(note);
  });
});

import { wordsOf } from "./words";

/** Documents of revenue. */
const sale =
  /^(invoice|sales? |credit (memo|note)|income|revenue|ingreso|factura|venta|rechnung|ausgangs|einnahme|facture|vente|recette|fattura|entrata|vendita|fatura|venda|receita|factuur|verkoop|inkomst)/;
/** What was paid on them, what others are owed, and offers. */
const noSale =
  /^(payment|bill\b|expense|check\b|cheque|deposit|transfer|journal|estimate|quote|gasto|cobro|pago|presupuesto|ausgabe|zahlung|eingangs|angebot|depense|paiement|reglement|devis|spesa|uscita|pagament|incasso|preventivo|despesa|recebiment|orcamento|kosten|uitgave|betaling|offerte|withdraw|payout)|\b(vendor|supplier|purchase|proveedor|compra|achat|fournisseur|acquisto|fornitore|fornecedor|inkoop|leverancier|lieferant)/;
/** What came in by way of a payment service, and what its owner took out: "Website Payment" beside "General Withdrawal". */
const payIn = /\S (payment|paiement|pago|pagamento|betaling)$|zahlung$/;
const payOut =
  /(withdrawal|payout|currency conversion|auszahlung|abbuchung|wahrungsumrechnung|retrait|retiro|prelievo|saque|opname)$/;
/** Documents that give money back. */
const credit =
  /^((payment )?refunds?( receipt)?|payment reversal|ruckzahlung|avoir|abono|storno(rechnung)?|rechnungskorrektur|erstattung|ruckerstattung|remboursement|reembolso|devolucion|rimborso|devolucao|terugbetaling|returns?|retoure|td04)$|\b(credit (memo|note)|gutschrift|note de credit|facture d avoir|rectificativa|nota d[ei] (ac)?credito|creditnota|creditfactuur)\b/;

/** Codes of documents as Sage has them. Two letters alone may as well be a state: SC is South Carolina. */
const codes = /^(s[icard]|p[icpard]|b[pr]|c[pr]|v[pr]|j[cd])$/;
const codeOfSale = /^s[ic]$/;
const codeOfCredit = /^sc$/;
const codeOfNoSale = /^(s[ad]|p[icpard])$/;

/** What texts of one column say of the documents of their rows; codes count only where all are such. */
export function documentsIn(texts: Iterable<string>) {
  const seen = Array.from(new Set(Array.from(texts, wordsOf))).filter((text) => text !== "");
  const areCodes = seen.length > 1 && seen.every((text) => codes.test(text));
  const says = (word: RegExp, code: RegExp) => (text: string) => {
    const words = wordsOf(text);
    return word.test(words) || (areCodes && code.test(words));
  };
  const [isSale, isNoSale] = [says(sale, codeOfSale), says(noSale, codeOfNoSale)];
  const isOut = (text: string) => payOut.test(wordsOf(text));
  const arePayments =
    seen.length <= 15 && seen.some(isOut) && seen.some((text) => !isOut(text) && payIn.test(text));
  return {
    isNoSale: arePayments ? isOut : isNoSale,
    /** It takes revenue back. */
    isCredit: says(credit, codeOfCredit),
    /** Documents of revenue stand beside others, so that not all of their rows are sales. */
    areMixed: arePayments || (seen.length <= 15 && seen.some(isSale) && seen.some(isNoSale)),
    /** The rows are payments and what was taken out of them. */
    arePayments,
  };
}

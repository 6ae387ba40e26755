import { wordsOf } from "./words";

/** Documents of revenue. */
const sale =
  /^(invoice|sales? |credit (memo|note)|income|revenue|ingreso|factura|venta|rechnung|ausgangs|einnahme|facture|vente|recette|fattura|entrata|vendita|fatura|venda|receita|factuur|verkoop|inkomst|s[ic]$)/;
/** What was paid on them, what others are owed, and offers. */
const noSale =
  /^(payment|bill\b|expense|check\b|cheque|deposit|transfer|journal|estimate|quote|gasto|cobro|pago|presupuesto|ausgabe|zahlung|eingangs|angebot|depense|paiement|reglement|devis|spesa|uscita|pagament|incasso|preventivo|despesa|recebiment|orcamento|kosten|uitgave|betaling|offerte|withdraw|payout|sa$|p[icpa]$)|\b(vendor|supplier|purchase|proveedor|compra|achat|fournisseur|acquisto|fornitore|fornecedor|inkoop|leverancier|lieferant)/;
/** Documents that give money back. */
const credit =
  /^(refunds?( receipt)?|avoir|abono|storno(rechnung)?|rechnungskorrektur|erstattung|ruckerstattung|remboursement|reembolso|devolucion|rimborso|devolucao|terugbetaling|returns?|retoure|sc|td04)$|\b(credit (memo|note)|gutschrift|note de credit|facture d avoir|rectificativa|nota d[ei] (ac)?credito|creditnota|creditfactuur)\b/;

export const isNoSale = (text: string): boolean => noSale.test(wordsOf(text));

/** True for what names a document, or a row, that takes revenue back. */
export const isCredit = (text: string): boolean => credit.test(wordsOf(text));

/** Texts that name documents of revenue beside others, so that not all of their rows are sales. */
export function mixDocuments(texts: readonly string[]): boolean {
  const seen = [...new Set(texts.map(wordsOf))];
  return seen.length <= 15 && seen.some((text) => sale.test(text)) && seen.some((text) => noSale.test(text));
}

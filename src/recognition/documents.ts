import { normalised } from "./header";

/** Documents of revenue. */
const sale =
  /^(invoice|sales? |credit (memo|note)|income|revenue|ingreso|factura|venta|rechnung|ausgangs|einnahme|facture|vente|recette|fattura|entrata|vendita|fatura|venda|receita|factuur|verkoop|inkomst|s[ic]$)/;
/** What was paid on them, what others are owed, and offers. */
const noSale =
  /^(payment|bill\b|expense|check\b|cheque|deposit|transfer|journal|estimate|quote|gasto|cobro|pago|presupuesto|ausgabe|zahlung|eingangs|angebot|depense|paiement|reglement|devis|spesa|uscita|pagament|incasso|preventivo|despesa|recebiment|orcamento|kosten|uitgave|betaling|offerte|withdraw|payout|sa$|p[icpa]$)|\b(vendor|supplier|purchase|proveedor|compra|achat|fournisseur|acquisto|fornitore|fornecedor|inkoop|leverancier|lieferant)/;

export const isNoSale = (text: string): boolean => noSale.test(normalised(text));

/** Texts that name documents of revenue beside others, so that not all of their rows are sales. */
export function mixDocuments(texts: readonly string[]): boolean {
  const seen = [...new Set(texts.map(normalised))];
  return seen.length <= 15 && seen.some((text) => sale.test(text)) && seen.some((text) => noSale.test(text));
}

import type { Facts } from "./facts";
import { normalised } from "./header";

/** Beginnings of states whose rows bring no revenue. Refunds stay: what came back is in a column or row of its own. */
const unpaid =
  /^(fail|cancel|void|declin|reject|expired|pending|open|draft|lost|closed ?lost|unpaid|uncollect|abandon|trash|on hold|requires|incomplete|overdue|past due|sent$|offen|storn|entwurf|uberfall|fehlgeschl|abgebroch|verloren|ausstehend|annul|impay|en attente|brouillon|echou|perdu|pendient|impag|borrador|anulad|perdid|fallid|annull|non pagat|bozza|in attesa|scadut|pers[oa]|pendente|nao pag|rascunho|vencid|openstaand|concept|geannul|mislukt|verlopen|not |no$|false|nein|non$|nee$|nao$|processing|in progress|qualif|proposal|negotiat|appointment|presentation|contract ?sent|prospect|decision|discovery|lead|angebot|verhandl)/;
const stagesWon = /won|gewonnen|gagne|ganad|vint|ganh|gewonnen|closed$/;

/** The states that count; undefined where all seen do. */
export function paidStatuses({ texts }: Facts, areStages: boolean): string[] | undefined {
  const seen = [...new Set(texts.map((text) => text.trim()))];
  const paid = seen.filter((text) => {
    const plain = normalised(text);
    return areStages && seen.some((one) => stagesWon.test(normalised(one)))
      ? stagesWon.test(plain) && !unpaid.test(plain)
      : !unpaid.test(plain);
  });
  return paid.length === seen.length ? undefined : paid;
}

import { isNoSale } from "./documents";
import type { Facts } from "./facts";
import { normalised } from "./header";

/** Beginnings of states whose rows bring no revenue. Refunds stay: what came back has a column or row of its own. */
const unpaid =
  /^(fail|cancel|void|declin|reject|expired|pend|open|draft|closed? ?lost|lost|unpaid|uncollect|abandon|on hold|requires|incomplete|overdue|past due|offen|storn|entwurf|uberfall|fehlge|abge|verl|aussteh|ann?ul|impa|en attente|brouillon|echou|perd|borrador|non |bozza|in attesa|scadut|perso|nao |rascunho|vencid|openst|concept|geann|mislukt|not |no$|false|in progress|en retard|retard|in ritardo|atrasad|em atraso|vervallen|te laat|qualif|propos|negotiat|appointment|presentation|contract|prospect|contacted|demo|pitch|meeting|interested|verbal|decision|discovery|lead|angebot)/;
/** Beginnings of further states. */
const usual =
  /^(paid|pay|process|complet|succe|settle|captur|approv|confirm|fulfil|ship|deliver|refund|partial|activ|trial|live|new$|won|closed|sent|attend|bezahl|gezahl|erledigt|abgeschl|geliefert|vers[ac]|aktiv|gekund|teil|paye|regle|livre|actif|termin|pag|cobrad|entreg|incassa|saldat|conseg|spedit|attiv|conclu|recebid|ativ|betaald|voldaan|afgerond|verzonden|actief|yes|true|oui|ja$|si$|sim$)/;
const won = /won|deal closed|vendid|verkauft|gewonnen|gagne|ganad|vint|ganh/;
/** States of offers, where none says that it is won. */
const accepted =
  /^(accept|angenommen|beauftragt|acept|aceit|accett|geaccept|akkoord|sign|firmad|firmat|assinad|getekend)/;

/** The states that count; undefined where all seen do. */
export function paidStatuses({ texts, areDocuments }: Facts, areStages: boolean): string[] | undefined {
  const seen = [...new Set(texts.map((text) => text.trim()))];
  const decisive = areStages
    ? [won, accepted].find((pattern) => seen.some((text) => pattern.test(normalised(text))))
    : undefined;
  const paid = seen.filter(
    (text) =>
      (decisive ?? /^/).test(normalised(text)) && !isUnpaid(text) && !(areDocuments && isNoSale(text)),
  );
  // Where none is paid, as with cash on delivery, the column says nothing of which rows count.
  return paid.length === seen.length || paid.length === 0 ? undefined : paid;
}

export const isWon = ({ texts }: Facts): boolean => texts.some((text) => won.test(normalised(text)));
export const isUnpaid = (text: string): boolean => unpaid.test(normalised(text));
export const isState = (text: string): boolean => isUnpaid(text) || usual.test(normalised(text));

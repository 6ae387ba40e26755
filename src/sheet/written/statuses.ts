import { documentsIn } from "./documents";
import { saysLeft } from "./flags";
import { wordsOf } from "./words";

/** Beginnings of states that end without money. */
const failed =
  "fail|cancel|void|declin|reject|expired|incomplete expired|closed? ?lost|lost|uncollect|abandon|storn|fehlge|gescheit|abgebr|abgelau|abgeleh|abgesagt|abgewies|verlor|verlop|verfall|verworf|zuruckgez|widerruf|gelosch|ausgefall|ann?ul|echou|perd|scadut|perso|geann|mislukt|vervallen|fallid|fallit|falh|rechaz|rifiut|recusad|refus|geweiger|caduc|rejet|supprim|eliminad|respint|insolut|inadimpl|afgewez|no ?show|missed|bounced|withdraw|delet|written off|write ?off|bad debt|no$|false";
/** Beginnings of states that may come to money yet, and of offers on their way. */
const open =
  "pend|open|awaiting|to be |outstanding|schedul|planned|upcoming|draft|unpaid|on hold|requires|incomplete|overdue|past due|offen|nicht |unbezahlt|geplant|gemahnt|angemahnt|entwurf|uberfall|aussteh|impa|en attente|a payer|prevu|brouillon|borrador|por pagar|sin pagar|programad|en espera|non |no |bozza|in attesa|da pagare|sospes|nao |rascunho|a pagar|em aberto|agendad|aguardando|vencid|openst|niet |te betalen|gepland|concept|not |in progress|en retard|retard|in ritardo|atrasad|em atraso|te laat|qualif|propos|negotiat|appointment|presentation|contract|prospect|contacted|demo|pitch|meeting|interested|verbal|decision|discovery|lead|angebot";
const hasFailed = new RegExp(`^(${failed})`);
const unpaid = new RegExp(`^(${failed}|${open})`);
/** Beginnings of further states. */
const usual =
  /^(paid|pay|process|complet|succe|settle|captur|approv|confirm|fulfil|ship|deliver|refund|partial|activ|trial|live|new$|won|closed|sent|attend|bezahl|gezahl|erledigt|abgeschl|geliefert|vers[ac]|aktiv|gekund|teil|paye|regle|livre|actif|termin|pag|cobrad|entreg|incassa|saldat|conseg|spedit|attiv|conclu|recebid|ativ|betaald|voldaan|afgerond|verzonden|actief|yes|true|oui|ja$|si$|sim$)/;
const won =
  /won|deal closed|^converted|^konvertiert|^converti|vendid|verkauft|gewonnen|gagne|ganad|vint|ganh/;
/** Of offers, where none is won in so many words and some have only been sent. */
const accepted =
  /^(accept|angenommen|beauftragt|acept|aceit|accett|geaccept|akkoord|sign|firmad|firmat|assinad|getekend)/;
const sent = /^(sent|gesendet|versendet|verschickt|envoye|enviad|inviat|verzonden)/;
/** Given back in full; "partially refunded" begins in another way. */
const refunded =
  /^(fully )?(refunded|returned|charged? ?back|chargeback|reversed)|^(voll(standig)? )?(zuruck)?erstattet|^ruckerstattet|^ruckgebucht|^(entierement )?rembourse|^reembolsad|^devuelto|^devolvid|^(totalmente )?rimborsat|^(volledig )?terugbetaald|^estornad/;
const trial =
  /^(in |free |on )?trial|^(probe|test(phase|zeitraum|zeit|abo)|essai|en essai|periode d essai|(periodo de )?prueba|en prueba|(periodo di )?prova|in prova|(periodo de )?teste|em teste|proef)/;
/** Beginnings of states of subscriptions that were never paid for, and of those that have ended. */
const neverBegun =
  /^(incomplete|draft|pending|requires|declin|reject|abandon|fail|entwurf|ausstehend|brouillon|en attente|borrador|pendient|bozza|in attesa|rascunho|pendent|concept|in afwachting)/;
const ended =
  /^(cancel|churn|ended|expired|terminated|lost|inacti|closed|left$|lapsed|deactivat|disabled|stopped|not renewed|withdraw|dropped|former|resigned|quit$|unsubscri|inakti|gekundigt|beendet|abgelaufen|storn|verloren|ausgetret|ausgeschied|geschlossen|ehemal|abgemeld|stillgeleg|deaktiv|nicht verlang|ausgelauf|resili|annul|termine|expir|clotur|partie?$|perdu|desabonn|radiee?$|desactiv|non renouvel|inativ|cancelad|baja|de baja|finalizad|anulad|vencid|caducad|perdid|cerrad|terminad|no renov|nao renov|encerrad|desativad|rescind|inattiv|disdett|terminat|scadut|cessat|disattiv|chius|pers[oa]$|non rinnov|recedut|opgezegd|beeindigd|geannuleerd|verlopen|inactief|gestopt|afgelopen|geslot|vertrokken|uitgeschreven)/;

/** That it was paid, in so many words. */
const paid = /^(paid|bezahlt|paye|pagad|pagat|betaald)/;

export const isPaid = (text: string): boolean => paid.test(wordsOf(text));
export const isWon = (text: string): boolean => won.test(wordsOf(text));
const isAccepted = (text: string): boolean => accepted.test(wordsOf(text));
const isSent = (text: string): boolean => sent.test(wordsOf(text));
export const isUnpaid = (text: string): boolean => unpaid.test(wordsOf(text));
export const isState = (text: string): boolean =>
  isUnpaid(text) || usual.test(wordsOf(text)) || ended.test(wordsOf(text));

/** What a state says of a row of orders. */
export type OrderState =
  /** It came to money. */
  | "paid"
  | "unpaid"
  /** It was paid and all of it given back. */
  | "refunded"
  /** It is money given back. */
  | "refund";

/** What each state of a column says of its rows. */
export function orderStates(states: Iterable<string>): ReadonlyMap<string, OrderState> {
  const seen = Array.from(new Set(states));
  const documents = documentsIn(seen);
  const isDecisive = seen.some(isWon)
    ? isWon
    : seen.some(isSent) && seen.some(isAccepted)
      ? isAccepted
      : undefined;
  // Beside those that were paid, a state in no list says of something else what became of it.
  const saysPaid = seen.some((text) => paid.test(wordsOf(text)));
  const stateOf = (text: string): OrderState => {
    const words = wordsOf(text);
    if (documents.isCredit(text)) return "refund";
    if (refunded.test(words)) return "refunded";
    const isPaid = isDecisive
      ? isDecisive(text)
      : !unpaid.test(words) &&
        !trial.test(words) &&
        !(documents.areMixed && documents.isNoSale(text)) &&
        !(saysPaid && !usual.test(words));
    return isPaid ? "paid" : "unpaid";
  };
  const found = new Map(seen.map((text) => [text, stateOf(text)] as const));
  if (Array.from(found.values()).includes("paid")) return found;
  // Where none is paid, as with cash on delivery, the column does not say which open ones will be.
  seen.forEach((text) => {
    if (found.get(text) === "unpaid" && !hasFailed.test(wordsOf(text)) && !trial.test(wordsOf(text)))
      found.set(text, "paid");
  });
  return found;
}

/** Headers of what was paid, or received: not of what was charged, which may fail. */
const ofPaid =
  /\b(paid|received|bezahlt|gezahlt|beglichen|erhalten|payee?|regle|recu|encaisse|pagad[oa]|cobrad[oa]|recebid[oa]|pagat[oa]|incassat[oa]|saldat[oa]|betaald|voldaan|ontvangen)\b/;

export const saysPaid = (words: string): boolean => ofPaid.test(words);

/**
 * The states of rows whose amounts are what was paid, as those of a state prove that hold nothing: a late payment has been
 * made then, and a missed one has not, whatever they are called. What failed stays unpaid.
 */
export function statesByPaid(
  states: ReadonlyMap<string, OrderState>,
  rows: readonly string[],
  amounts: ArrayLike<number | undefined>,
): ReadonlyMap<string, OrderState> {
  const holds = new Map<string, boolean>();
  rows.forEach((text, row) => {
    const amount = amounts[row];
    if (amount !== undefined && !Number.isNaN(amount))
      holds.set(text, holds.get(text) === true || amount > 0);
  });
  const isProved = Array.from(states.keys()).some((text) => holds.get(text) === false);
  if (!isProved) return states;
  const found = new Map(states);
  states.forEach((state, text) => {
    if (!holds.has(text) || !/^(paid|unpaid)$/.test(state) || hasFailed.test(wordsOf(text))) return;
    found.set(text, holds.get(text) ? "paid" : "unpaid");
  });
  return Array.from(found.values()).includes("paid") ? found : states;
}

/** What a state says of a row of subscriptions. */
export type SubscriptionState = "trial" | "never paid" | "ended" | "running";

/** Headers above which yes says that a subscription runs, and those above which it says that it has ended. */
const asksRunning = /\b(active|aktiv|actif|activ[oa]|ativ[oa]|attiv[oa]|actief)\b/;
const asksEnded =
  /\b(churned|churn|cancel+ed|ended|lost|left|terminated|gekundigt|beendet|resilie|annule|cancelad[oa]|disdett[oa]|opgezegd)\b/;

/** What yes and no answer below a header; undefined where they do not say whether a subscription runs. */
const flagSays = (header: string): "running" | "ended" | undefined =>
  asksRunning.test(header) ? "running" : asksEnded.test(header) ? "ended" : undefined;

/** Whether yes and no below a header, by its words, say that a subscription runs or has ended. */
export const asksState = (header: string): boolean => flagSays(header) !== undefined;

const yesOrNo =
  /^(yes|true|y|1|no|false|n|0|ja|nein|oui|non|si|sim|nao|nee|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro)$/;

/** True for yes and no, in words or as 1 and 0. */
export const isYesOrNo = (text: string): boolean => yesOrNo.test(wordsOf(text));

/** What a state says, or yes or no below a header of such words. */
export function subscriptionState(text: string, header: string): SubscriptionState {
  const words = wordsOf(text);
  const said = yesOrNo.test(words) ? flagSays(header) : undefined;
  if (said) return saysLeft(text) === (said === "ended") ? "ended" : "running";
  if (trial.test(words)) return "trial";
  if (neverBegun.test(words)) return "never paid";
  // A deal that is closed and won has begun.
  return ended.test(words) && !won.test(words) ? "ended" : "running";
}

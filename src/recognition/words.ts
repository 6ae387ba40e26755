/**
 * Words of headers by what they stand for, in English, German, French, Spanish, Italian, Portuguese and Dutch: in small
 * letters without accents, phrases without spaces, without the endings that they may have. Compound words are taken
 * apart. A header with a word of "not" is about something else; words of the last group say nothing.
 */
const words = {
  who: "customer client kund debitor klant buyer company firm aziend empres entreprise societ bedrijf user utent usuari utilisateur gebruiker member mitglied subscriber abonnent abonn abonad abbonat assinant payer donor spender consumer organisation organization tiers acheteur acquirent comprador koper kaufer kd soci patient billto guest partner empfanger empfaenger destinatari destinataire recipient",
  account: "account acct konto compte",
  contact: "contact kontakt contatt contat",
  name: "name nom nome nombre naam razonsocial ragionesociale raisonsociale razaosocial",
  mail: "email mail emailaddress correo correoelectronico courriel",
  id: "id ids no nr num number nummer numer n uuid code codig codice cod key ref referenc referenz referentie riferiment",
  day: "date datum fecha data tag day jour dia giorno time timestamp zeit",
  doc: "invoice order rechnung bestell auftrag beleg factur factuur facturation facturacion fattur fatturazion fatur commande pedid encomend ordin transaction transaktion transaccion transazion transaca transactie receipt charge purchase kauf kaeuf achat compr acquist aankoop vent vendit venda verkoop verkauf sale emission emision emissa document dokument bon piece bill issue issued",
  pay: "payment zahlung paiement pag pagament betaling",
  sub: "subscription abo abonnement suscripcion abbonament assinatura vertrag contract contrat contratt",
  sum: "amount betrag beitrag montant import valor value wert bedrag sum valeur waarde",
  net: "net untaxed nett liquid ht imponibil",
  gross: "gross brutt brut ttc lord",
  all: "total gesamt summe totaal grand somme suma soma",
  part: "subtotal zwischensumme soustotal subtotaal",
  sales:
    "revenue sales umsatz umsaetze erlos erloes ventas ventes vendas ingreso fatturat ricav receit recettes faturamento faturaca omzet chiffredaffaires ca turnover einnahme income",
  price: "price preis prix preci prezz prec prijs unitamount",
  unit: "unit einzel unitair unitari stuck stueck stuk perstuk prostuck prostueck parunite porunidad perunita eenheid each",
  qty: "quantit qty qte qta menge cantidad quantidade hoeveelheid stuckzahl stueckzahl",
  count: "count anzahl aantal cantidadde numberof noof numof nb nbre nrof",
  state: "status state zustand estad stat statut etat situaca",
  stage: "stage phase etap fase",
  deal: "deal opportunit oportunidad geschaft",
  close: "close clos abschluss cierre cloture chiusur fechament won gewonnen",
  made: "creat creation erstell angelegt cree cread aangemaakt",
  paid: "paid bezahlt paye pagad betaald",
  book: "book buchung leistung complet process post placed",
  start:
    "start begin beginn activat activation signup join joined subscribed debut inici inizi since seit alta validfrom eintritt aanvang ingang decorrenz attivazion anfang opening",
  end: "end ende fin fine fim termin expir ablauf left validto terminat beendet austritt eind kundig kuendig resiliation resilie baja disdett opzeg opgezegd",
  cancel:
    "cancel canceled cancelled cancellation cancelacion cancelament cancellazion cancelad churnat churnedat storniert annul annulat geannuleerd",
  mrr: "mrr monthlyrecurringrevenue",
  monthly: "monthly monatlich mensuel mensual mensil mensal maandelijks mensualit cuot canone",
  every:
    "interval intervall billingperiod billingcycle billingcycleinterval billingfrequency frequency turnus periodicit periodicidad frecuenci cadence term",
  month:
    "period month monat mois mes mese maand zeitraum quarter quartal trimestre week woch year jahr annee ano anno jaar",
  final: "atend endof ending amende findemes finedelmese",
  active: "activ aktiv actif attiv ativ actiev paying",
  fresh: "new neu nouve nuev nuov nov nieuw acquired gained neukund zugang",
  lost: "lost churned verlor verloren abgang abgaenge perdid perdu persi perse bajas abgewandert",
  churn: "churn abwanderung attrition desercion abbandon verloop",
  rate: "rate quote taux tas tasso taxa percentage percent pct anteil",
  margin: "margin marge margen margine margem rohmarge bruttomarge deckungsbeitrag",
  cost: "spend cost ausgab kosten depens couts cout gast coste spes costi cust uitgav aufwand despes",
  spent: "spent ausgegeben gastad speso besteed lifetimevalue ltv",
  ads: "marketing ad ads advertising werb akquise acquisition publicit publicitair pubblicit pubblicitari publicidad publicidade advertentie",
  group:
    "segment plan tier channel kanal canal kanaal source quelle origen origin bron tarif grupp group marketplace leadsource",
  place: "country region land pays pais paes market",
  campaign: "campaign kampagne campagn campan platform",
  first: "first erst premier primer prim primeir eerst",
  last: "last letzt latest dernier ultim laatst",
  money: "currency wahrung waehrung devis moned valut moed",
  back: "refund erstattung rembourse remboursement reembols rimbors terugbetaling gutschrift",
  conv: "converted",
  line: "line position lign line linea riga regel",
  report: "reporting report billing base fiscal",
  item: "item product produkt produit artikel articl",
  not: "tax mwst ust umsatzsteuer vat tva iva impost btw steuer steuersatz impuest due fallig faellig falligkeit faelligkeit echeance venciment vencimient scadenz verval fee gebuhr gebuehr frais comis commission shipping versand livrais livraison envio spedizion frete verzend discount rabatt skont remise descuent scont descont korting coupon owner avg average durchschnitt moyen promedi medi gemiddeld per je pro lineitem description beschreibung descripcion descrizion descrica omschrijving memo address adress direccion phone zip postal city trial current reason grund update modified fulfil fulfillment fulfilment shipped delivery liefer next prochain prossim renewal renew method note tags balance saldo outstanding open pending budget forecast probability weighted expected est estimat lifetime cohort age previous prior tracking arr clicks conv conversion share clv risk score tip bank vendor supplier lieferant fournisseur proveedor fornitore leverancier employee salary hire destination exchange cac to ship profit bic partita handling compare duration hour minute second weight task project",
  "": "at on am op of the de del della d des der die das dem den von van du do da la le les el los l al im in en a au aux et y e und and utc gmt associated primary external from fur zu aan in display signed actual",
} satisfies Record<string, string>;

export type Concept = keyof typeof words | "whos" | "docs";

/** Each word with what it stands for. */
export const concepts: ReadonlyMap<string, Concept> = new Map(
  (Object.keys(words) as (keyof typeof words)[]).flatMap((concept) =>
    words[concept].split(" ").map((word): [string, Concept] => [word, concept]),
  ),
);

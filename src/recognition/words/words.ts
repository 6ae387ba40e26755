import { driverWords } from "../../sheet/written/driverWords";

/**
 * Words of headers by what they stand for, in English, German, French, Spanish, Italian, Portuguese and Dutch: in small
 * letters without accents, phrases without spaces, without the endings that they may have. Compound words are taken
 * apart. A header with a word of "not" is about something else, and a table with one of "never" about no revenue; words
 * of the last group say nothing.
 */
const words = {
  whos: "mitglieder leden accounts logos iscritti inscritos kundenzahl kundenbestand kundenanzahl",
  docs: "kaufe auftrage aankopen",
  who: "customer client reseller kund debitor klant buyer company firm aziend empres entreprise societ bedrijf user utent usuari utilisateur gebruiker member mitglied subscriber abonnent abonn abonad abbonat assinant payer donor household spender consumer organisation organization tiers acheteur acquirent comprador koper kaufer kd soci patient billto billingname guest partner empfanger empfaenger destinatari destinataire recipient auftraggeb patron backer supporter sponsor donateur donant doador donator student pupil eleve alumn tenant mieter locatair inquilin huurder policyholder shopper consommateur consumidor relati membre miembr membr lid paciente abnehm gast gaste gasten cust purchaser besteller rechnungsempfanger nutzer teilnehmer adherent suscriptor intestatari utilizador person payeur organizacion organizacao organizzazion organisati debiteur afnemer soldto soldtoparty compteclient partenaire deskunden locatari arrendatari renter anwen debtor titular pazient committent aluno aluna tomador sacado opdrachtgever cpf cnpj",
  account:
    "account acct ac nombredelacuenta nombredecuenta nomducompte nomedaconta nomeaccount kontoname rekeningnaam",
  contact: "contact kontakt contatt contat entidade",
  name: "name nom nome nombre naam razonsocial ragionesociale raisonsociale razaosocial fullname nometprenom nomprenom vorundnachname nombreyapellidos nomeecognome nomecompleto nombrecompleto volledigenaam nomcomplet leadname cognomeenome apellidosynombre nachnamevorname",
  mail: "email mail emailaddress correo correoelectronico courriel emailadresse mailadresse adressemail emailadres indirizzoemail mailaddress",
  id: "id ids no nr num number nummer numer n uuid code codig codice cod key ref referenc referenz referentie riferiment identifier identif identifiant kennung ident uid handle",
  day: "fechahora fechayhora datahora dataeora dateheure dateetheure datumtijd datumuhrzeit date datum fecha data tag day jour dia giorno time timestamp zeit datetime dt ts dag zahldatum",
  doc: "invoice order orden rechnung bestell auftrag beleg factur factuur facturation fattur fatturazion fatur commande pedid encomend ordin transaction transaktion transaccion transazion transaca transactie receipt charge purchase kauf kaeuf achat compr acquist aankoop vent vendit venda verkoop verkauf sale emission emision emissa document dokument bon piece bill issue issued ticket booking reservation reservier reserva prenotazion reservering donation pledge spende donazion donacion doaca sold visit besuch visita visite bezoek gift don dons appointment rendezvous rdv cita appuntament afspraak agendament ricevut recibo recu scontrin kassabon bestel fact expedicion emise",
  pay: "payment zahlung paiement pag pagar pagament betaling pago reglement betaal incass encaiss cobr takings",
  sub: "subscription abo abonnement suscripcion abbonament assinatura vertrag contract contrat contratt patronage membership mitgliedschaft adhesion membresia lidmaatschap recurring wiederkehrend recurrent recorrent ricorrent terugkerend miet miete kaltmiete warmmiete mietvertrag lease huur alquiler affitt aluguel loyer rent retainer",
  sum: "dues aportac amount betrag beitrag montant import valor value wert bedrag sum valeur waarde soldfor ammontar quantia monetary monetair zahlbetrag warenwert monto montos cotisation contributie premium pramie pauschal flatfee flatrate honorar honorair onorari honorari amt vlr corrispettiv endbetrag",
  net: "net untaxed nett liquid ht imponibil pretax taxable exvat extax excl exkl",
  gross: "gross brutt brut ttc lord incl inkl",
  all: "total gesamt summe totaal grand somme suma soma kum kumuliert kumulativ cumul cumulative cumulat acumulad",
  part: "subtotal zwischensumme soustotal subtotaal",
  sales: driverWords.sales,
  arpu: driverWords.arpu,
  price: "price preis prix preci prezz prec prijs unitamount tarief pu",
  unit: "unit einzel unitair unitari stuck stueck stuk perstuk prostuck prostueck parunite porunidad perunita eenheid each unidad uds perunit perpiece peritem",
  qty: "quantit qty qte qta menge cantidad quantidade hoeveelheid stuckzahl stueckzahl unitssold qtde qtd pezzi piezas pieces pcs stuks cant",
  count: "count anzahl aantal cantidadde numberof noof numof nb nbre nrof anz",
  state: "status state zustand estad stat statut etat situaca situacion situazion",
  stage: "stage phase etap fase",
  deal: "deal opportunit oportunidad geschaft quote quotation angebot devis offert preventiv presupuest orcament",
  close:
    "close clos abschluss cierre cloture chiusur fechament won gewonnen fermetur schlusstermin cierr chius decid entschied",
  made: "creat creation erstell angelegt cree cread aangemaakt anlage criaca criad creazion aanmaak added entry",
  paid: "paid bezahlt paye pagad betaald beglichen regle pagat voldaan received gezahlt charged",
  book: "book buchung leistung complet process post placed boek",
  start:
    "cadastr start begin beginn activat activation signup join joined subscribed debut inici inizi since seit alta validfrom eintritt aanvang ingang decorrenz attivazion anfang opening inscrit inscription iscritt iscrizion inscric ingeschrev inschrijv angemeld anmeld registr aufnahme beitritt enrol enroll onboard commenc desde depuis vanaf sinds entree entrada effet effectiv signedup gultigab laufzeitvon aktivier dal souscri adesa ativaca inschrijf bop bom boy inception souscript va",
  end: "end ende fin fine fim expir ablauf left validto terminat beendet austritt eind kundig kuendig resiliation resilie baja disdett opzeg opgezegd sortie salida uscita saida uitschrijv until jusqu hasta cessat encerr lapsed gekundig gekuendig laufzeitende laufzeitbis bis gultigbis cessazion scadut termino beeindig uitschrijf validuntil scadenzacontratto echeanceducontrat vencimientodelcontrato vencimentodocontrato depart desabonnement opzegging lapse",
  cancel:
    "cancel canceled cancelled cancellation cancelacion cancelament cancellazion cancelad churnat churnedat storniert annul annulat geannuleerd",
  mrr: "mrr monthlyrecurringrevenue currentmrr",
  monthly:
    "monthly monatlich mensuel mensual mensil mensal maandelijks mensualit cuot canone permonth promonat parmois pormes almese permese aomes permaand mtl pm monthlyfee monatsgebuhr monatsgebuehr monatlichegebuhr monthlycharge planprice grundgebuhr monatsrate quotamensile ratamensile loyermensuel",
  otherSpan:
    "weekly perweek pw wochentlich woechentlich prowoche hebdomadaire parsemaine semanal porsemana settimanal wekelijks arr acv annualrecurringrevenue annualcontractvalue yearly annual annually jahrlich annuel anual annuale jaarlijks peryear projahr paran poran porano alano allanno perjaar jahresbeitrag jahrespramie jahresgebuhr jahresmiete jahreswert jahresumsatz anualidad anuidade annualita jaarbedrag jaarpremie pj pa quarterly perquarter trimestriel trimestral proquartal partrimestre portrimestre pertrimestre perkwartaal vierteljahr vierteljahrlich vierteljaehrlich halbjahr halbjahrlich halbjaehrlich halfyear halfyearly halfjaar halfjaarlijks perhalfjaar semestre semestriel semestral semester semiannual semiannually parsemestre porsemestre",
  every:
    "interval intervall billingperiod billingcycle billingcycleinterval billingfrequency frequency frequenti frequenci turnus periodicit periodicidad frecuenci cadence term renewalinterval chargefrequency zahlungsrhythmus rhythmus frequenz frequence periodiciteit zahlungsweise zahlweise zahlw zahlungsintervall betaaltermijn",
  month:
    "period month monat mois mes mese maand zeitraum quarter quartal trimestre week woch year jahr annee ano anno jaar kw kalenderwoche settiman semaine semana kwartaal",
  final:
    "atend endof ending amende findemes findelmes finmes finedelmese finemese findemois findumois fimdomes fimdemes monatsende quartalsende jahresende eindemaand eindmaand eindvandemaand eindvanmaand monthend eop eom eoy",
  whosAtEnd:
    "endingcustomers closingcustomers customersend endcustomers endingsubscribers closingsubscribers subscribersend endsubscribers endingmembers closingmembers membersend endmembers endingclients closingclients clientsend endclients endingusers closingusers usersend endusers endingaccounts closingaccounts accountsend endaccounts endinglogos closinglogos logosend endlogos",
  active: "activ aktiv actif attiv ativ actiev paying zahlend pagant payant betalend bestand",
  fresh:
    "nvx nvlles adesoes new neu nouve nuev nuov nov nieuw acquired gained neukund zugang adds signups nouveaux altas instroom erbij additions eintritte arrivees",
  lost: "ritirat lost churned verlor verloren abgang abgaenge perdid perdu persi perse bajas abgewandert loss losses verlies vertrokken afgehaakt uitstroom eraf leavers departures",
  churn: driverWords.churn,
  rate: "rate taux tas tasso taxa percentage percent pct anteil tasa",
  margin: driverWords.margin,
  cost: "cost expense kosten couts cout coste costi aufwand inversion investiment custo custos",
  spent:
    "spent ausgegeben gastad speso besteed lifetimevalue ltv ausgegeb uitgegeven valorusado lifetimespend lifetimerevenue lifetimesales verbraucht bested",
  ads: "google facebook instagram insta linkedin tiktok bing youtube pinterest marketing ad ads advertising werb akquise acquisition publicit publicitair pubblicit pubblicitari publicidad publicidade advertentie paidmedia mediaspend mediacost mediabudget socialmedia mediakosten ppc anuncio annonc anzeig reclame publicitari midia",
  group:
    "kategorie categor division segment plan tier tarif grupp group marketplace paket package piano pacote formul forfait pakket industry sector secteur settor branche",
  channel: "channel kanal canal kanaal source quelle origen origin bron leadsource touchpoint kontaktpunkt",
  place:
    "nationalit nationalitat nacionalidad nazionalit nationaliteit country region land pays pais paes market nazion provinc bundesland regio territory branch store filial succursal sucursal",
  expected:
    "expected expect estimated est estimat estimad estime estimation prevu previst verwacht geschatzt erwartet geplant planned gepland planifie voraussichtlich projected",
  campaign: "campaign kampagne campagn campan campanha platform",
  first: "first 1st 1er 1ere 1ste erst premier primer prim primeir eerst",
  last: "last letzt zuletzt latest dernier ultim laatst mostrecent",
  money: "currency wahrung waehrung devise moned valut moed",
  tenure:
    "tenure monthsonbook monthsascustomer monthssubscribed accountlength customertenure kundendauer vertragsdauer anciennete antiguedad anzianita antiguidade",
  repeats: "repeatpurchases repeatorders repeattransactions",
  recency: "recency",
  lasts:
    "durationmonths monthsduration termmonths terminmonths termlength termlengthmonths contractlength contractterm contractduration contractmonths lengthofcontract subscriptionlength subscriptionduration commitmentmonths mindestlaufzeit vertragslaufzeit laufzeitmonate laufzeitinmonaten dureecontrat dureeducontrat dureeengagement dureemois dureeenmois duracionmeses duracionenmeses duracioncontrato duraciondelcontrato plazomeses duratamesi duratainmesi duratacontratto duratadelcontratto duracaomeses duracaoemmeses duracaocontrato duracaodocontrato prazomeses looptijdmaanden looptijdinmaanden contractduur looptijdcontract",
  owed: "amountdue dueamount totaldue",
  age: "age customerage ageofcustomer",
  back: "returned refund erstattung rembourse remboursement reembols rimbors terugbetaling gutschrift refunded ruckerstattung rueckerstattung devoluca devolucion returnamount returnedamount amountreturned chargeback",
  conv: "converted",
  line: "line position lign line linea riga regel",
  report:
    "reporting report base fiscal billing metric snapshot bericht rapport informe relatorio verslag resocont",
  item: "item itens product produkt produit artikel articl sku asin ean servic prestation prodott produt article dienst listing dier behandel behandlung tratament trattament traitement imovel inmuebl immobil propert was what wat quoi dustage",
  outlay: "spend depens spes ausgab uitgav despes gasto gastos",
  tax: "tax mwst ust umsatzsteuer vat tva iva impost btw steuer steuersatz impuest",
  freight: "shipping versand envio spedizion frete verzend porto freight postage",
  others:
    "vendor supplier lieferant fournisseur proveedor fornitor fornecedor leverancier crediteur kreditor creditor salary payroll wage gehalt lohn salarie salair sueldo nomina stipendi salari loon payee",
  staff: "staff employee headcount mitarbeit empleado dipendent funcionari empregad werknemer medewerker",
  reach: "clicks impression klick clic cliqu alcance reichweite ctr cpc cpm pageview",
  signal:
    "login logon logins signin anmeldung connexion conexion iniciosdesesion iniciodesesion accesso accessi acesso acceso aanmelding inlog einlog seat lizenz licence license licencia licenz licenca licentie nps netpromoterscore promoterscore csat satisfaction zufriedenheit satisfaccion soddisfazion satisfaca tevredenheid usage nutzung utilisation utilizacion utilizz utiliza gebruik uso adoption adocao adozion healthscore seen gesehen gezien visto vista",
  trouble:
    "tickets supporttickets opentickets supportcases supportanfragen complaint beschwerd klacht incidencia chamado incident",
  acted:
    "lastactivity letzteaktivitat derniereactivite ultimaactividad ultimaattivita ultimaatividade laatsteactiviteit",
  visits: "session sitzung sesion sesiones sessioni sessao sessoes sessie",
  bank: "iban bic verwendungszweck buchungstext kontostand solde saldo debit credit libelle wertstellung addebit accredit tegenrekening",
  ledger:
    "konto compte conto cuenta rekening grootboek sachkonto gegenkonto gkonto kostenstelle journal ledger",
  fee: "fee gebuhr gebuehr frais comis commission entgelt provision",
  capital:
    "ticker tickersymbol isin cusip wkn stoploss dividend dividendo dividenden fundinground fundingtotal totalfunding firstfunding lastfunding investmentround investmenttype investor investorname investisseur inversor investidor investitor investeerder",
  referred: "publisher affiliate advertiser clickref clickreference",
  never:
    "claim schaden sinistr siniestr loan darlehen kredit prestit prestamo emprestim lening borrower principal dose dosis depreciation abschreibung amortiss ammortament amortizaci amortizaca afschrijving immobilisation amortissement asset mileage miles",
  not: "cardfunding objetiv objectif objettiv obiettiv target soll ziel zielwert doel doelstelling prognos abweichung variance ecart due fallig faellig falligkeit faelligkeit echeance venciment vencimient prazo plazo scadenz verval livrais livraison discount rabatt skont remise descuent scont descont korting coupon owner pipeline avg average durchschnitt moyen promedi medi gemiddeld per je pro lineitem description beschreibung descripcion descrizion descrica omschrijving memo address adress direccion phone zip postal city trial current reason grund update modified fulfil fulfillment fulfilment shipped delivery liefer next prochain prossim renewal renew method note tags balance outstanding open pending budget forecast probability weighted lifetime cohort rating valoracion cogs costofgoodssold expansion contraction previous prior tracking conv conversion share clv risk score tip bank hire destination exchange cac to ship profit bic partita handling compare duration hour minute second weight task project predicted type typ tipo art soort categor kategor categori kategori merchant stund heur hora ore uren kg gb mb tb index creditcard debitcard salesperson salesrep title titel titre betreff objet asunto oggetto assunto onderwerp comment kommentar remark bemerkung observacion osservazion observac opmerk telefon telephon telefono telefone mobile street strasse calle ville ciudad citta cidade ort plz postcode gender geschlecht birth geburt url ip device browser payout transfer target priorit deposit proprietaire propietari proprietari eigenaar inhaber responsab verantwortlich vertriebler seller vendeur vendedor venditor verkoper verkaufer agent hs hrs std h km worked bedroom bathroom rooms nights night noites noches nuits nuit nachte nachten notti ubernachtung overnachting department abteilung departement departament reparto afdeling acompte anzahlung anticip acconto aanbetaling voorschot",
  "": "is flag ist reel real reales realise realizad effettiv werkelijk recognized recognised tatsachlich at on am op of the de del della d des der die das dem den von van du do da la le les el los l al im in en a au aux et y e und and utc gmt associated primary external from fur zu aan in display signed actual historic historical sender absender expediteur remitent mittent remetent afzender original em zum beim vom il lo gli ao sur di com con affichage signe final",
} satisfies Record<string, string>;

export type Concept = keyof typeof words | "pays";

/** What is written with a full stop, alone or at the end of a word, where several words begin so. */
const shortened: Partial<Record<keyof typeof words, string>> = {
  doc: "best bes",
  sum: "betr",
  sales: "ums",
  all: "ges",
};

function byWord(list: Partial<Record<keyof typeof words, string>>): ReadonlyMap<string, Concept> {
  const found = new Map<string, Concept>();
  for (const concept of Object.keys(list) as (keyof typeof words)[])
    for (const word of list[concept]!.split(" ")) found.set(word, concept);
  return found;
}

/** What a header means that is only a letter from the papers on purchase histories. */
export const symbols: ReadonlyMap<string, Concept> = new Map([
  ["x", "repeats"],
  ["t x", "recency"],
  ["tx", "recency"],
  ["t", "age"],
  ["t cal", "age"],
  ["m x", "sum"],
  ["zbar", "sum"],
]);

let dictionary: ReadonlyMap<string, Concept> | undefined;
/** Each word with what it stands for: put together for the first header, since most questions of the sidebar read none. */
export const concepts = (): ReadonlyMap<string, Concept> => (dictionary ??= byWord(words));
export const abbreviations = byWord(shortened);

/**
 * Words of headers by what they stand for, in English, German, French, Spanish, Italian, Portuguese and Dutch: in small
 * letters without accents, a phrase joined by "_". Compound words are found by their parts. Words of the last group
 * say nothing about a column's meaning.
 */
const words = {
  customer:
    "customer client kunde debitor cliente klant buyer company firma azienda empresa entreprise societe bedrijf user utente utilisateur usuario gebruiker member mitglied subscriber abonnent abonne abonado abbonato assinante payer donor spender organisation organization tiers acheteur acquirente comprador koper kaufer kaeufer relatie auftraggeber kd bill_to sold_to patient klient",
  customers:
    "customers clients kunden clientes clienti klanten subscribers abonnenten abonnes abonados abbonati assinantes users buyers members debitoren",
  account: "account acct konto compte cuenta conta",
  contact: "contact kontakt contacto contatto contato destinataire",
  name: "name nom nome nombre naam razon_social ragione_sociale raison_sociale razao_social denominazione",
  email: "email e_mail mail emailaddress correo correo_electronico courriel e_mail_address",
  id: "id ids no nr num number nummer numero n uuid code codigo codice cod key ref reference referenz referencia riferimento referentie referencenumber",
  date: "date datum fecha data tag day jour dia giorno dag at on am op time timestamp zeitpunkt uhrzeit",
  order:
    "invoice order rechnung rechnungen bestellung bestell auftrag beleg facture commande factura pedido fattura ordine fatura encomenda factuur bestelling ordre transaction transaktion transaccion transazione transacao transactie receipt charge purchase kauf achat compra acquisto aankoop vente venta vendita venda verkoop verkauf sale emission emision emissione emissao facturation facturacion fatturazione rechnungs invoicing document dokument documento piece umsatzbeleg bon ticket",
  orders:
    "orders bestellungen commandes pedidos ordini encomendas bestellingen purchases kaufe kaeufe auftrage auftraege achats compras acquisti aankopen order_count orders_count transactions invoices factures facturas fatture rechnungen_anzahl",
  payment: "payment zahlung paiement pago pagamento betaling payout auszahlung settlement",
  subscription:
    "subscription subscriptions abo abonnement suscripcion abbonamento assinatura vertrag contract contrat contrato contratto",
  amount:
    "amount betrag montant importe monto importo valor valore value wert bedrag sum umsatzwert valeur valor_total montante waarde",
  net: "net nett netto neto liquido ht hors_taxe hors_taxes sin_iva sem_iva senza_iva imponibile base_imponible excl_btw ex_btw exkl_mwst excl_tax excl_vat ex_vat exc_vat zzgl_mwst excluding_tax tax_exclusive before_tax",
  gross:
    "gross brutto bruto ttc lordo incl_btw inkl_mwst con_iva com_iva iva_incluido incl_tax incl_vat inc_vat including_tax tax_inclusive toutes_taxes_comprises",
  total: "total gesamt summe totale totaal grand grand_total gesamtsumme totales somme suma soma",
  subtotal: "subtotal sub_total zwischensumme sous_total subtotale subtotaal",
  revenue:
    "revenue revenues sales umsatz erlos erloes umsatze umsaetze ventas ventes ingresos ingreso fatturato ricavi ricavo receita vendas faturamento faturacao omzet chiffre_d_affaires chiffre_daffaires ca turnover einnahmen income vendite recettes",
  price: "price preis prix precio prezzo preco prijs",
  unit: "unit einzel unitaire unitario unitaria stuck stueck pu eenheid eenheids stuks",
  quantity:
    "quantity qty menge quantite cantidad quantita quantidade hoeveelheid units stuckzahl stueckzahl qte qta qtd pieces",
  count: "count anzahl aantal cantidad_de number_of no_of num_of nb nbre nr_of quantita_di conteggio",
  status:
    "status state zustand estado stato etat statut financial_status payment_status zahlungsstatus situacao",
  stage: "stage phase etapa fase etape deal_stage pipeline_stage dealstage",
  deal: "deal deals opportunity opportunities geschaft geschaeft oportunidad opportunita oportunidade opportunite kans",
  close:
    "close closed closing closedate abschluss cierre cloture chiusura fechamento sluit won_time won gewonnen sluiting",
  created:
    "created create creation erstellt erstellung angelegt cree creado creato criado aangemaakt creacion creazione",
  paid: "paid bezahlt paye pagado pagato betaald paid_at",
  booked:
    "booking booked buchung buchungs leistung leistungs completed placed processed posted wertstellung valuta_datum prestation",
  start:
    "start starts started begin begins beginn activated activation signup sign_up signed_up joined join subscribed debut inicio inizio since seit alta vertragsbeginn valid_from gultig_ab gueltig_ab eintritt aanvang ingang ingangsdatum decorrenza attivazione activacion souscription abschluss_datum registrierung",
  end: "end ends ended ende vertragsende fin fine fim termino termine expires expiry expiration expired ablauf laufzeitende left valid_to terminated beendet austritt einde einddatum scadenza_contratto kundigung kuendigung kundigungs kuendigungs resiliation baja disdetta opzegging gekundigt",
  canceled:
    "canceled cancelled cancel cancellation cancelation churn_date churned_at storniert annule cancelado cancellato cancelamento cancelacion cancellazione annullato geannuleerd opgezegd gekuendigt resilie",
  mrr: "mrr monthly_recurring_revenue",
  monthly:
    "monthly monatlich monatlicher mensuel mensuelle mensual mensile mensal maandelijks monats maand_bedrag mensualite cuota canone",
  interval:
    "interval intervall interval_unit billing_period billing_cycle billing_frequency billing_interval frequency turnus abrechnungsintervall abrechnungszeitraum periodicite periodicidad periodicita periodicidade frecuencia cadence zahlungsintervall term_unit",
  period:
    "period month monat mois mes mese maand zeitraum periode periodo quarter quartal trimestre week woche semaine semana settimana jahr year annee ano anno jaar months",
  begin:
    "at_start start_of at_beginning beginning beginning_of opening bop anfang zu_beginn am_anfang debut_de a_l_ouverture al_inicio inicio_de inizio_mese a_inizio no_inicio aan_begin begin_of at_the_start",
  final:
    "at_end end_of closing_balance eop ending am_ende fin_de fine_mese al_final no_final aan_eind at_the_end",
  active: "active aktive aktiv actifs activos attivi ativos actieve paying zahlende",
  new: "new neu neue nouveaux nouveau nouvelles nuevos nuevas nuevo nuovi nuove novos novas nieuwe acquired gained gewonnene zugange zugaenge neukunden acquisitions",
  lost: "lost churned verloren verlorene abgange abgaenge perdus perdidos perdidas persi perse departed cancellations kundigungen kuendigungen bajas resiliations disdette opzeggingen cancelamentos abgewandert abgewanderte",
  churn: "churn abwanderung abwanderungs attrition desercion abandono abbandono verloop",
  rate: "rate quote taux tasa tasso taxa percentage pct percent anteil ratio",
  margin:
    "margin marge margen margine margem rohmarge bruttomarge gross_margin handelsspanne deckungsbeitrag",
  spend:
    "spend cost costs ausgaben kosten depenses depense couts cout gasto gastos coste costes spesa spese costo costi custo custos uitgaven aufwand werbekosten werbeausgaben ad_spend adspend despesa despesas",
  spent:
    "spent ausgegeben depense_total gastado speso besteed lifetime_value lifetime_revenue lifetime_spend ltv",
  marketing:
    "marketing ad ads advertising werbung werbe acquisition akquise publicite publicidad pubblicita publicidade advertentie media",
  group:
    "segment plan tier channel kanal canal canale kanaal source quelle origen origine origem bron plan_name vertriebskanal tarif gruppe group type_client cohort_group offer abonnementtype marketplace",
  place: "country region land pays pais paese market markt state_province ship_country",
  campaign: "campaign kampagne campagne campana campagna campanha platform plattform plateforme",
  first: "first erste erster erstes premier premiere primera primer primo prima primeira primeiro eerste",
  last: "last letzte letzter letztes latest dernier derniere ultima ultimo laatste most_recent",
  currency: "currency wahrung waehrung devise moneda valuta moeda divisa",
  refund:
    "refund refunded refunds erstattung erstattet remboursement rembourse reembolso rimborso terugbetaling ruckerstattung rueckerstattung gutschrift storno",
  converted: "converted umgerechnet converti convertido convertito omgerekend",
  line: "line position zeile ligne linea linha riga regel",
  reporting: "reporting report billing actual presentment shop base document_level customer_facing",
  stop: "tax taxes mwst ust vat tva iva imposta btw steuer impuesto imposto due fallig faellig falligkeit faelligkeit echeance vencimiento vencimento scadenza verval vervaldatum fee fees gebuhr gebuehr gebuhren frais comision commissione comissao shipping versand livraison envio spedizione frete verzending discount rabatt skonto remise descuento sconto desconto korting coupon owner vendedor besitzer avg average durchschnitt durchschnittlich moyen moyenne promedio medio media_per gemiddeld per je pro item lineitem line_item product produkt produit producto prodotto produto artikel article articulo articolo artigo description beschreibung bezeichnung descripcion descrizione descricao omschrijving memo address adresse direccion indirizzo endereco adres phone telefon telephone telefono zip postal city ort ville ciudad citta trial current reason grund updated update modified geandert fulfillment fulfilled fulfilment shipped delivery lieferung next renewal method methode metodo note notes tags balance saldo outstanding open restant pending reste budget forecast plan_value probability weighted expected lifetime cohort kohorte age birth previous prior tracking arr impressions clicks conversions ctr cpc cpm share lag days ytd change growth target goal ziel customerlifetime clv risk risks score index rank tip tips bank iban steuersatz status_previous location device accepts application available tier_id transfer vendor destination mandate exchange coverage limit hour hours cac",
  "": "of the de del della dello di da do du des der die das dem den von van la le les el los l d al im in en a au aux et y e und and ou or utc gmt cet local associated primary external nb_de per_contract my our fur fuer for to zum zur bei with mit effective",
} satisfies Record<string, string>;

export type Concept = keyof typeof words;

/** Each word or phrase with what it stands for. */
export const concepts: ReadonlyMap<string, Concept> = new Map(
  (Object.keys(words) as Concept[]).flatMap((concept) =>
    words[concept].split(" ").map((word): [string, Concept] => [word.replace(/_/g, " "), concept]),
  ),
);

/** Words in the longest phrase. */
export const longestPhrase = 4;

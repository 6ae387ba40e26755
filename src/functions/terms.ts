// What people call the figures, in English, German, French, Spanish, Italian, Portuguese and Dutch: by these words the
// sidebar finds a function next to those of its own documentation. No formula cell loads them.

/** Words for one thing, and the functions that give it, first the one that most people mean. */
export interface Terms {
  readonly words: readonly string[];
  readonly functions: readonly string[];
}

const terms = (words: string, functions: string): Terms => ({
  words: words
    .trim()
    .split(/\s*[,\n]\s*/)
    .filter(Boolean),
  functions: functions.split(" ").map((name) => (name === "CLV" ? name : `CLV_${name}`)),
});

export const searchTerms: readonly Terms[] = [
  terms(
    `ltv, cltv, clv, lifetime value, customer lifetime value, customer value
     Kundenwert, Kundenlebenswert, Kundenlebenszeitwert, valeur vie client, valeur client
     valor de vida del cliente, valor del cliente, valore del cliente, valore vita cliente
     valor vitalício do cliente, valor do cliente, klantwaarde, levensduurwaarde`,
    "ROLLING HORIZON BILLED SNAPSHOT CLV PREDICT FROM_CHURN ORDERS NEW_CUSTOMER DEFINITIONS DISCOUNTED TREND EXPECTED_VALUE",
  ),
  terms(
    `arpu, arpa, arpc, average revenue, revenue per user, revenue per customer
     Umsatz pro Kunde, Durchschnittsumsatz, revenu moyen par client, chiffre d'affaires par client
     ingreso medio por cliente, ingresos por usuario, ricavo medio per cliente, fatturato per cliente
     receita média por cliente, omzet per klant, gemiddelde omzet`,
    "KPIS TREND ROLLING SUBSCRIPTIONS BRIDGE CLV FROM_CHURN",
  ),
  terms(
    `churn, attrition, cancellation, lost customers, turnover
     Abwanderung, Abwanderungsrate, Kündigung, Kündigungsrate, Kundenverlust
     taux d'attrition, résiliation, désabonnement, perte de clients
     abandono, tasa de abandono, cancelación, bajas, abbandono, tasso di abbandono, disdetta
     cancelamento, evasão, rotatividade, taxa de cancelamento, verloop, opzegging, klantverlies`,
    "CHURN_RATE FROM_CHURN KPIS SUBSCRIPTIONS ROLLING LIFETIME SURVIVAL SNAPSHOT CONVERT_RATE",
  ),
  terms(
    `retention, loyalty, stickiness, repeat rate, Kundenbindung, Bindung, Bindungsrate, Wiederkaufrate
     rétention, fidélité, fidélisation, retención, fidelidad, fidelización
     ritenzione, fidelizzazione, fedeltà, retenção, fidelização, klantbehoud, retentie, loyaliteit`,
    "COHORTS RETENTION SURVIVAL SNAPSHOT_SURVIVAL SUBSCRIPTIONS RENEWALS RETENTION_FIT KPIS",
  ),
  terms(
    `renewal, contract, annual contract, Verlängerung, Vertrag, Vertragsverlängerung
     renouvellement, reconduction, contrat, renovación, contrato, rinnovo, contratto
     renovação, verlenging, contract`,
    "RENEWALS RETENTION RETENTION_FIT SUBSCRIPTIONS",
  ),
  terms(
    `payback, break even, breakeven, payback period, Amortisation, Amortisationsdauer, Rückzahlung
     amortissement, délai de récupération, seuil de rentabilité, recuperación, plazo de recuperación
     recupero, tempo di recupero, pareggio, recuperação, prazo de retorno, terugverdientijd`,
    "PAYBACK CURVE CAC NET_CAC",
  ),
  terms(
    `cac, cpa, acquisition cost, cost per acquisition, cost per customer, ad spend, advertising, marketing
     Akquisekosten, Akquisitionskosten, Kundengewinnungskosten, Werbekosten, Werbung
     coût d'acquisition, publicité, dépenses publicitaires, coste de adquisición, costo de adquisición
     publicidad, gasto publicitario, costo di acquisizione, pubblicità, custo de aquisição, publicidade
     acquisitiekosten, wervingskosten, reclame`,
    "CAC CHANNELS CAC_RATIO MAX_CAC NET_CAC PAYBACK",
  ),
  terms(
    `ltv:cac, ltv to cac, clv:cac, ratio, roi, return on investment, unit economics
     Verhältnis, Rendite, rentabilité, retour sur investissement, rentabilidad, retorno
     rapporto, redditività, razão, rendement, verhouding`,
    "CAC_RATIO MAX_CAC NET_CAC PAYBACK CHANNELS",
  ),
  terms(
    `cohort, vintage, heat map, heatmap, Kohorte, Kohortenanalyse, cohorte, analyse de cohorte
     coorte, analisi di coorte, análise de coorte, cohortanalyse`,
    "COHORTS CURVE RETENTION SURVIVAL",
  ),
  terms(
    `forecast, prediction, projection, future, outlook, Prognose, Vorhersage, Hochrechnung, Zukunft
     prévision, projection, avenir, pronóstico, previsión, proyección, previsione, proiezione
     previsão, projeção, voorspelling, verwachting, prognose`,
    "FORECAST PREDICT HORIZON EXPECTED_ORDERS NEW_CUSTOMER TRACKING NEXT_ORDER EXPECTED_SPEND RETENTION VALIDATE FIT",
  ),
  terms(
    `mrr, arr, recurring revenue, subscription, saas, nrr, grr, net revenue retention, quick ratio
     expansion, contraction, movements, Abo, Abonnement, wiederkehrender Umsatz
     abonnement, revenu récurrent, suscripción, ingresos recurrentes, abbonamento, ricavi ricorrenti
     assinatura, receita recorrente, abonnementen, terugkerende omzet`,
    "SUBSCRIPTIONS NRR GRR QUICK_RATIO BILLED SURVIVAL TENURE RENEWALS FROM_CHURN",
  ),
  terms(
    `rfm, champions, at risk, dormant, win back, best customers, top customers, whales
     beste Kunden, gefährdet, Stammkunden, meilleurs clients, à risque, mejores clientes, en riesgo
     migliori clienti, a rischio, melhores clientes, em risco, beste klanten`,
    "RFM CUSTOMERS PREDICT NEXT_ORDER ACCOUNTS SEGMENTS",
  ),
  terms(
    `segment, channel, country, plan, product, group, Kanal, Gruppe, Land, Segmentierung
     canal, pays, segmentation, segmento, país, producto, canale, segmentazione, paese
     produto, kanaal, segmentatie`,
    "SEGMENTS CHANNELS CURVE ACCOUNTS FIT_COVARIATES",
  ),
  terms(
    `aov, average order value, order value, basket, cart, ticket, orders, shop, ecommerce, purchases
     Bestellwert, Warenkorb, Bestellung, Kauf, Einkauf, panier moyen, commande, achat
     ticket medio, pedido, compra, valor medio del pedido, scontrino medio, carrello, ordine, acquisto
     ticket médio, encomenda, carrinho, bestelwaarde, winkelmand, bestelling, aankoop`,
    "ORDERS HORIZON CUSTOMERS EXPECTED_SPEND CHECK KPIS EXPECTED_ORDERS",
  ),
  terms(
    `lifetime, lifespan, tenure, duration, survival, kaplan meier, how long
     Lebensdauer, Kundenlebensdauer, Verweildauer, Überleben, durée de vie, ancienneté, survie
     duración, antigüedad, supervivencia, vida, durata, anzianità, sopravvivenza
     duração, antiguidade, sobrevivência, levensduur, looptijd, overleving`,
    "LIFETIME SURVIVAL TENURE SNAPSHOT_SURVIVAL",
  ),
  terms(
    `discount rate, npv, present value, wacc, interest, Diskontsatz, Abzinsung, Barwert, Zins
     actualisation, taux d'actualisation, valeur actuelle, valor presente, tasa de descuento
     attualizzazione, valore attuale, tasso di sconto, taxa de desconto, contante waarde, rente`,
    "DISCOUNTED CONVERT_RATE RENEWALS PREDICT",
  ),
  terms(
    `convert, monthly to annual, annual, yearly, umrechnen, jährlich, monatlich, convertir, annuel, mensuel
     anual, mensual, convertire, annuale, mensile, converter, mensal, omrekenen, jaarlijks, maandelijks`,
    "CONVERT_RATE",
  ),
  terms(
    `margin, gross margin, profit, Marge, Rohertrag, Gewinn, Deckungsbeitrag, marge, bénéfice
     margen, beneficio, ganancia, margine, profitto, utile, margem, lucro, winst, brutomarge`,
    "CLV FROM_CHURN ROLLING NET_CAC PAYBACK",
  ),
  terms(
    `trend, growth, development, over time, monthly, kpi, metrics, Entwicklung, Verlauf, Kennzahlen, Wachstum
     tendance, évolution, croissance, indicateurs, tendencia, crecimiento, indicadores
     andamento, crescita, indicatori, tendência, crescimento, ontwikkeling, groei, kengetallen`,
    "KPIS TREND SUBSCRIPTIONS",
  ),
  terms(
    `bridge, waterfall, why, change, driver, Ursache, Veränderung, Treiber, Wasserfall
     cause, changement, levier, causa, cambio, cambiamento, mudança, oorzaak, verandering`,
    "BRIDGE SENSITIVITY TREND",
  ),
  terms(
    `sensitivity, what if, scenario, tornado, Sensitivität, Szenario, Was wäre wenn
     sensibilité, scénario, sensibilidad, escenario, sensibilità, sensibilidade, cenário, gevoeligheid`,
    "SCENARIOS SENSITIVITY TARGET BRIDGE",
  ),
  terms(
    `target, goal, reach, how much must churn fall, Ziel, Zielwert, erreichen, objectif, cible, atteindre
     objetivo, meta, alcanzar, obiettivo, raggiungere, atingir, doel, doelstelling, bereiken`,
    "TARGET SCENARIOS MAX_CAC",
  ),
  terms(
    `confidence, interval, uncertainty, range, error, Konfidenzintervall, Unsicherheit, Bandbreite
     intervalle de confiance, incertitude, fourchette, intervalo de confianza, incertidumbre
     intervallo di confidenza, incertezza, intervalo de confiança, incerteza
     betrouwbaarheidsinterval, onzekerheid`,
    "INTERVAL PREDICT VALIDATE",
  ),
  terms(
    `check, quality, errors, duplicates, clean, import, export, csv, raw data, refunds
     Prüfung, Datenqualität, bereinigen, Duplikate, Erstattung, vérifier, nettoyer, doublons, remboursement
     revisar, limpiar, duplicados, reembolso, controllo, pulire, duplicati, rimborso
     verificar, limpar, duplicados, controle, opschonen, dubbel, terugbetaling`,
    "CHECK PROFILE ROWS ROWS_LEFT_OUT LATEST UNPIVOT",
  ),
  terms(
    `curve, cumulative, ltv curve, by age, Kurve, kumuliert, courbe, cumulé, curva, acumulado, cumulato, cumulatief`,
    "CURVE COHORTS TREND",
  ),
  terms(
    `snapshot, customer list, telco, tenure and churn, Kundenliste, Bestandsliste, liste de clients
     lista de clientes, elenco clienti, klantenlijst`,
    "SNAPSHOT SNAPSHOT_SURVIVAL",
  ),
  terms(
    `pivot, unpivot, grid, matrix, wide, Kreuztabelle, Matrix, tableau croisé, tabla dinámica
     tabella pivot, tabela dinâmica, draaitabel`,
    "UNPIVOT TAKE ROWS",
  ),
  terms(
    `bg/nbd, bgnbd, mbg/nbd, pareto/nbd, bg/bb, bgbb, gamma gamma, btyd, buy till you die, probabilistic model, model fit
     Modell, modèle, modelo, modello`,
    "FIT PREDICT ALIVE EXPECTED_ORDERS EXPECTED_SPEND NEW_CUSTOMER VALIDATE TRACKING FIT_HISTORIES FIT_YEARS FIT_COVARIATES EXPECTED_VALUE",
  ),
  terms(
    `donation, donor, charity, fundraising, member, event, season ticket, once a year
     Spende, Spender, Spenderin, Mitglied, Veranstaltung, don, donateur, bénévole, adhérent, événement
     donación, donante, socio, evento, donazione, donatore, doação, doador, associado, donatie, gever, lid, evenement`,
    "FIT_YEARS ALIVE EXPECTED_ORDERS CHANCE",
  ),
  terms(
    `alive, active, probability, chance, aktiv, Wahrscheinlichkeit, actif, probabilité, activo, probabilidad
     attivo, probabilità, ativo, probabilidade, actief, kans`,
    "ALIVE CHANCE PREDICT EXPECTED_ORDERS",
  ),
  terms(
    `next order, next purchase, overdue, late, reorder, when, nächste Bestellung, überfällig
     prochaine commande, en retard, próximo pedido, atrasado, prossimo ordine, in ritardo
     próxima compra, volgende bestelling, te laat`,
    "NEXT_ORDER ACCOUNTS PREDICT",
  ),
  terms(
    `retention offer, retention budget, save, saving a customer, win-back offer, discount to keep, whom to call
     prioritise, prioritisation, Angebot, Rückgewinnung, Bindungsbudget, priorisieren, offre de fidélisation
     prioriser, oferta, retener, priorizar, offerta, trattenere, priorità, reter, aanbod, behouden, prioriteren`,
    "PRIORITIES RETENTION_BUDGET ACCOUNTS",
  ),
  terms(
    `health, health score, customer health, usage, logins, nps, tickets, early warning, churn prediction, risk score
     Kundengesundheit, Nutzung, Frühwarnung, santé client, score de santé, utilisation, alerte précoce, salud del cliente
     uso, alerta temprana, salute del cliente, utilizzo, saúde do cliente, utilização, klantgezondheid, gebruik`,
    "HEALTH HEALTH_FIT PRIORITIES ACCOUNTS",
  ),
  terms(
    `accuracy, backtest, holdout, test, Genauigkeit, précision, exactitud, accuratezza, precisão, nauwkeurigheid`,
    "VALIDATE TRACKING",
  ),
  terms(
    `advice, recommendation, what to do, priorities, next steps, improve, focus, Empfehlung, Maßnahmen, verbessern
     conseil, recommandation, améliorer, consejo, recomendación, mejorar, consiglio, raccomandazione, migliorare
     recomendação, melhorar, advies, aanbeveling, verbeteren`,
    "ADVICE SENSITIVITY BRIDGE",
  ),
  terms(
    `impact, effect, programme, program, loyalty, campaign, experiment, before and after, did it work, roi, Wirkung
     Programm, Treueprogramm, effet, fidélité, efecto, fidelidad, programa, effetto, fedeltà, efeito, effect
     loyaliteit`,
    "IMPACT",
  ),
  terms(
    `attribution, multi touch, touchpoint, first touch, last touch, last click, markov, customer journey, Zuordnung
     Kontaktpunkte, Kundenreise, parcours client, dernier clic, atribución, recorrido del cliente, attribuzione
     percorso del cliente, atribuição, jornada do cliente, attributie, klantreis`,
    "ATTRIBUTION CHANNELS",
  ),
  terms(
    `explain, how is it calculated, formula, erklären, Erklärung, expliquer, explicar, spiegare, uitleg`,
    "EXPLAIN DEFINITIONS",
  ),
  terms(
    `definitions, methods, compare, Definitionen, Methoden, Vergleich, définitions, méthodes, comparer
     definiciones, comparar, definizioni, metodi, confronto, definições, definities, vergelijken`,
    "DEFINITIONS EXPLAIN",
  ),
  terms(
    `sql, query, bigquery, duckdb, warehouse, data warehouse, database, connected sheets, millions of orders, too large
     Abfrage, Datenbank, Datenlager, zu groß, requête, entrepôt de données, base de données, trop grand, consulta
     almacén de datos, base de datos, demasiado grande, interrogazione, magazzino dati, banca dati, troppo grande
     armazém de dados, banco de dados, grande demais, datawarehouse, gegevensbank, zoekopdracht, te groot`,
    "SQL",
  ),
];

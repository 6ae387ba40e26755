import { wordsOf } from "./words";

const before =
  "^(per |pro |par |por |al |je |alle |every |each |tous les |toutes les |cada |elke |ogni )?(\\d+ ?)?";

const beginning = new RegExp(
  `${before}(day|week|month|quarter|year|annual|semi|monat|jahr|quartal|mois|an|mes|mens|mese|ano|anno|maand|jaar|bi|kwart|trim|viertel|halb|half|woch|seman|semai|settim|hebdo)`,
);

const whole = new RegExp(
  `${before}(days?|weeks?|weekly|(bi )?months?|(bi)?monthly|quarter(s|ly)?|years?|yearly|(semi )?annual(ly)?|monat(e|lich)?|jahr(e|l|lich)?|quartal(e|lich)?|viertel ?jahr(e|l|lich)?|halbjahr(e|l|lich)?|wochen?|wochentlich|mois|mensuel(le)?|ans?|annuel(le)?|trimestriel(le)?|semestriel(le)?|hebdomadaire|mes(es)?|(bi)?mensual|anos?|anual|(bimes|trimes|semes)tral|semanal|mes[ei]|mensile|ann[io]|annuale|(bimes|trimes|semes)trale|settimanale|mensal|maand(en|elijks)?|jaar|jaarlijks|kwartaal|halfjaar|halfjaarlijks|wekelijks)$`,
);

/** Begins like a word for how often something is due. */
export const maySayHowOften = (text: string): boolean => beginning.test(wordsOf(text));

/** Says nothing else than how often something is due. */
export const saysHowOften = (text: string): boolean => whole.test(wordsOf(text));

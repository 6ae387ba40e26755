import type { Cell } from "../cell";
import { isDate } from "../cell";
import { wordsOf } from "./words";

const yes =
  /^(y|yes|true|1|x|ja|j|wahr|oui|o|vrai|si|s|verdadero|vero|sim|verdadeiro|waar|churned|churn|left|lost|gone|cancel\w*|inactive|attrited( customer)?|closed|exited|departed|dropped( out)?|lapsed|stopped|ended|expired|terminated|gekundigt|verloren|inaktiv|ausgetreten|ausgeschieden|abgewandert|beendet|weg|parti|perdu|resilie|inactif|baja|perdido|abandono|cancelad[oa]|inactivo|perso|disdetto|inattivo|saiu|inativo|vertrokken|opgezegd|inactief)$/;
const no =
  /^(n|no|false|0|nein|falsch|non|faux|falso|nao|nee|onwaar|active|current|existing( customer)?|stayed|retained|loyal|kept|running|(no|not|non) (churn(ed)?|left|lost)|aktiv|aktuell|geblieben|actif|activo|attivo|ativo|actief)$/;

/** What a cell says about whether someone has left; undefined where it says neither. A date says when, so that they have. */
export function saysLeft(cell: Cell): boolean | undefined {
  if (typeof cell === "boolean") return cell;
  if (isDate(cell)) return true;
  const words = wordsOf(String(cell));
  return yes.test(words) ? true : no.test(words) ? false : undefined;
}

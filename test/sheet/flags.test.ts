import { expect, test } from "@jest/globals";
import { saysLeft } from "../../src/sheet/written/flags";

test.each([
  "Yes",
  "TRUE",
  "1",
  "Churned",
  "Exited",
  "Attrited Customer",
  "dropped out",
  "lapsed",
  "closed",
  "ja",
  "gekündigt",
  "ausgetreten",
  "oui",
  "résilié",
  "parti",
  "baja",
  "abandonó",
  "perso",
  "disdetto",
  "sim",
  "cancelado",
  "opgezegd",
  "vertrokken",
])("“%s” says that a customer has left", (cell) => {
  expect(saysLeft(cell)).toBe(true);
});

test.each([
  "No",
  "FALSE",
  "0",
  "Stayed",
  "Existing Customer",
  "No Churn",
  "not churned",
  "loyal",
  "running",
  "nein",
  "aktiv",
  "geblieben",
  "non",
  "actif",
  "activo",
  "attivo",
  "não",
  "ativo",
  "nee",
  "actief",
])("“%s” says that a customer has stayed", (cell) => {
  expect(saysLeft(cell)).toBe(false);
});

test.each(["", "maybe", "Berlin", "left-handed"])("“%s” says neither", (cell) => {
  expect(saysLeft(cell)).toBeUndefined();
});

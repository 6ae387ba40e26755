import type { Random } from "./random";

const GIVEN =
  "Ada Amir Anna Ben Carla Chen David Elena Emil Fatima Finn Grace Hanna Hugo Ines Ivan Jana Jonas Kamal Kira Lars Lea Leo Lina Luis Maja Marco Maria Max Mina Nadia Nils Noah Nora Omar Paula Rosa Sami Sofia Theo Tom Vera Yuki Zoe";
const FAMILY =
  "Abel Adler Bauer Berg Bianchi Costa Diaz Dubois Ericson Farah Fischer Garcia Haas Hansen Ito Jansen Keller Khan Klein Kowalski Lang Larsen Lopez Martin Meyer Moreau Nagy Novak Okafor Olsen Park Patel Popov Reyes Rossi Santos Sato Schmid Silva Singh Tanaka Vogel Weber Wolf";

/** That many different names of people who do not exist. */
export function customerNames(random: Random, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) names.add(`${random.pick(GIVEN.split(" "))} ${random.pick(FAMILY.split(" "))}`);
  return [...names];
}

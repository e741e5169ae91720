// Started by `npm run bench -- findings`: how often the tests find what the demo company's generator
// plants, and how often they find anything where nothing is planted. Needs no database and no build.
import { measurePower } from "@/tests/bench/findings-power";

const PLANTED = 100;
const PLAIN = 200;

let drawn = 0;
const { named, misled } = measurePower(PLANTED, PLAIN, () => {
  drawn += 1;
  if (process.stdout.isTTY) process.stdout.write(`\rcompany ${drawn} of ${PLANTED + PLAIN}`);
});
const share = (count: number, of: number) =>
  `${count} of ${of} (${((100 * count) / of).toFixed(1)}%)`;
console.log("\nFindings on demo companies drawn from seeds, Benjamini–Hochberg at q = 0.10");
console.log(
  `with the stories planted, all weak products and stores named: ${share(named, PLANTED)}`,
);
console.log(
  `without them, any statistical finding at all:                 ${share(misled, PLAIN)}`,
);
process.exit(named / PLANTED >= 0.9 && misled / PLAIN <= 0.12 ? 0 : 1);

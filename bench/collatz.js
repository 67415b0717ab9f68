function length(n) {
  let steps = 1;
  while (n !== 1) { n = n % 2 === 0 ? n / 2 : 3 * n + 1; steps++; }
  return steps;
}
let best = 0, longest = 0;
for (let n = 1; n < 300000; n++) {
  const steps = length(n);
  if (steps > longest) { best = n; longest = steps; }
}
console.log(best, longest);

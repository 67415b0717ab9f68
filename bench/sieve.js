const limit = 2000000, sieve = new Array(limit);
function countPrimes() {
  for (let i = 0; i < limit; i++) sieve[i] = true;
  let count = 0;
  for (let i = 2; i < limit; i++) {
    if (sieve[i]) {
      count++;
      for (let j = i * i; j < limit; j += i) sieve[j] = false;
    }
  }
  return count;
}
let total = 0;
for (let r = 0; r < 3; r++) total += countPrimes();
console.log(total);

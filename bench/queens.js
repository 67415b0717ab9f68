const n = 10, columns = new Array(n).fill(false), rising = new Array(2 * n).fill(false), falling = new Array(2 * n).fill(false);
function place(row) {
  if (row === n) return 1;
  let count = 0;
  for (let column = 0; column < n; column++) {
    const up = row + column, down = row + n - column;
    if (!columns[column] && !rising[up] && !falling[down]) {
      columns[column] = rising[up] = falling[down] = true;
      count += place(row + 1);
      columns[column] = rising[up] = falling[down] = false;
    }
  }
  return count;
}
let total = 0;
for (let r = 0; r < 10; r++) total += place(0);
console.log(total);

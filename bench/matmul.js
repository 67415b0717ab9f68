const n = 200, a = [], b = [], c = [];
for (let i = 0; i < n; i++) {
  a.push([]); b.push([]); c.push([]);
  for (let j = 0; j < n; j++) { a[i].push(i * j % 7 + 0.5); b[i].push((i + j) / 3.0); }
}
for (let i = 0; i < n; i++) {
  for (let j = 0; j < n; j++) {
    let sum = 0.0;
    for (let k = 0; k < n; k++) sum += a[i][k] * b[k][j];
    c[i][j] = sum;
  }
}
let trace = 0.0;
for (let i = 0; i < n; i++) trace += c[i][i];
console.log(trace.toFixed(3));

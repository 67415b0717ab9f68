const n = 300000, values = new Array(n);
let state = 2463534242;
for (let i = 0; i < n; i++) {
  state = (state ^ (state << 13)) >>> 0;
  state = (state ^ (state >>> 17)) >>> 0;
  state = (state ^ (state << 5)) >>> 0;
  values[i] = state;
}
function sort(from, to) {
  if (to - from <= 1) return;
  const pivot = values[from + Math.floor((to - from) / 2)];
  let left = from, right = to - 1;
  for (;;) {
    while (values[left] < pivot) left++;
    while (values[right] > pivot) right--;
    if (left >= right) break;
    const kept = values[left];
    values[left] = values[right];
    values[right] = kept;
    left++; right--;
  }
  sort(from, left);
  sort(left, to);
}
sort(0, n);
let ordered = true;
for (let i = 1; i < n; i++) ordered = ordered && values[i - 1] <= values[i];
console.log(ordered, values[0], values[n / 2]);

const size = 300, limit = 100;
function escapes(cx, cy) {
  let x = 0, y = 0;
  for (let i = 0; i < limit; i++) {
    const x2 = x * x, y2 = y * y;
    if (x2 + y2 > 4) return true;
    y = 2 * x * y + cy;
    x = x2 - y2 + cx;
  }
  return false;
}
let inside = 0;
for (let row = 0; row < size; row++)
  for (let column = 0; column < size; column++)
    if (!escapes(column * 3 / size - 2, row * 2 / size - 1)) inside++;
console.log(inside);
